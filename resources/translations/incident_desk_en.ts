<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupFacts</name>
    <message numerus="yes">
        <source>%n records, as they stood on {when}</source>
        <translation>
            <numerusform>%n record, as it stood on {when}</numerusform>
            <numerusform>%n records, as they stood on {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the journal were written after this backup and would be missing.</source>
        <translation>
            <numerusform>%n entry of the journal was written after this backup and would be missing.</numerusform>
            <numerusform>%n entries of the journal were written after this backup and would be missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are not in it:</source>
        <translation>
            <numerusform>%n record is not in it:</numerusform>
            <numerusform>%n records are not in it:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{numbers} and %n more</source>
        <translation>
            <numerusform>{numbers} and %n more</numerusform>
            <numerusform>{numbers} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message numerus="yes">
        <source>%n older ones</source>
        <translation>
            <numerusform>%n older one</numerusform>
            <numerusform>%n older ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupWatch</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardPresenter</name>
    <message numerus="yes">
        <source>Drop here: %n things to add</source>
        <translation>
            <numerusform>Drop here: %n thing to add</numerusform>
            <numerusform>Drop here: %n things to add</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CategoriesSection</name>
    <message numerus="yes">
        <source>%n questions of its own</source>
        <translation>
            <numerusform>%n question of its own</numerusform>
            <numerusform>%n questions of its own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message numerus="yes">
        <source>%n over the limit</source>
        <translation>
            <numerusform>%n over the limit</numerusform>
            <numerusform>%n over the limit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConcludedStrip</name>
    <message numerus="yes">
        <source>%n in 14 days</source>
        <translation>
            <numerusform>%n in 14 days</numerusform>
            <numerusform>%n in 14 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DutiesPanel</name>
    <message numerus="yes">
        <source>%n running; each ring shows the time that is left</source>
        <translation>
            <numerusform>%n running; the ring shows the time that is left</numerusform>
            <numerusform>%n running; each ring shows the time that is left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuidedMove</name>
    <message numerus="yes">
        <source>%n things are missing</source>
        <translation>
            <numerusform>%n thing is missing</numerusform>
            <numerusform>%n things are missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingPopover</name>
    <message numerus="yes">
        <source>%n things are still missing</source>
        <translation>
            <numerusform>%n thing is still missing</numerusform>
            <numerusform>%n things are still missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message numerus="yes">
        <source>%n records fit: a long paper, which takes a while.</source>
        <translation>
            <numerusform>%n record fits.</numerusform>
            <numerusform>%n records fit: a long paper, which takes a while.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PcSection</name>
    <message numerus="yes">
        <source>after %n minutes</source>
        <translation>
            <numerusform>after %n minute</numerusform>
            <numerusform>after %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterSection</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the inbox</source>
        <translation>
            <numerusform>%n in the inbox</numerusform>
            <numerusform>%n in the inbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concluded</source>
        <translation>
            <numerusform>%n concluded</numerusform>
            <numerusform>%n concluded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times from a backup</source>
        <translation>
            <numerusform>%n time from a backup</numerusform>
            <numerusform>%n times from a backup</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n entries were looked at.</source>
        <translation>
            <numerusform>Stopped. %n entry was looked at.</numerusform>
            <numerusform>Stopped. %n entries were looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%n records, newest first. Type a number, a word, a person or a place above.</source>
        <translation>
            <numerusform>%n record. Type a number, a word, a person or a place above.</numerusform>
            <numerusform>%n records, newest first. Type a number, a word, a person or a place above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n records that fit. One more word makes them fewer.</source>
        <translation>
            <numerusform>%n record that fits.</numerusform>
            <numerusform>The newest %n records that fit. One more word makes them fewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionView</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkCounts</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises overdue</source>
        <translation>
            <numerusform>%n promise overdue</numerusform>
            <numerusform>%n promises overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises, the next {when}</source>
        <translation>
            <numerusform>%n promise, the next {when}</numerusform>
            <numerusform>%n promises, the next {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n actions overdue</source>
        <translation>
            <numerusform>%n action overdue</numerusform>
            <numerusform>%n actions overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n actions open</source>
        <translation>
            <numerusform>%n action open</numerusform>
            <numerusform>%n actions open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measures to check</source>
        <translation>
            <numerusform>%n measure to check</numerusform>
            <numerusform>%n measures to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duties to report overdue</source>
        <translation>
            <numerusform>%n duty to report overdue</numerusform>
            <numerusform>%n duties to report overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadlines in a few hours</source>
        <translation>
            <numerusform>%n deadline in a few hours</numerusform>
            <numerusform>%n deadlines in a few hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions to answer</source>
        <translation>
            <numerusform>%n question to answer</numerusform>
            <numerusform>%n questions to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records wait for your sign-off</source>
        <translation>
            <numerusform>%n record waits for your sign-off</numerusform>
            <numerusform>%n records wait for your sign-off</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkPanel</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
</TS>
