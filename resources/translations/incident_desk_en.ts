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
    <name>ChangeList</name>
    <message numerus="yes">
        <source>Show more: %n rows are not shown, and All of them takes them too</source>
        <translation>
            <numerusform>Show more: %n row is not shown, and All of them takes it too</numerusform>
            <numerusform>Show more: %n rows are not shown, and All of them takes them too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckFacts</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{what} in %n rows</source>
        <translation>
            <numerusform>{what} in %n row</numerusform>
            <numerusform>{what} in %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{list} in %n lines: {fields}</source>
        <translation>
            <numerusform>{list} in %n line: {fields}</numerusform>
            <numerusform>{list} in %n lines: {fields}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field}: %n words mean nothing here and stay in the row as it stood: {words}</source>
        <translation>
            <numerusform>{field}: %n word means nothing here and stays in the row as it stood: {words}</numerusform>
            <numerusform>{field}: %n words mean nothing here and stay in the row as it stood: {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines that sum up or sign the list are no incidents and stay out: {lines}</source>
        <translation>
            <numerusform>%n line that sums up or signs the list is no incident and stays out: {lines}</numerusform>
            <numerusform>%n lines that sum up or sign the list are no incidents and stay out: {lines}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines repeat the headings and stay out: {lines}</source>
        <translation>
            <numerusform>%n line repeats the headings and stays out: {lines}</numerusform>
            <numerusform>%n lines repeat the headings and stay out: {lines}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines hold one word above the rows of a group and stay out: {lines}</source>
        <translation>
            <numerusform>%n line holds one word above the rows of a group and stays out: {lines}</numerusform>
            <numerusform>%n lines hold one word above the rows of a group and stay out: {lines}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines hold signs alone and stay out: {lines}</source>
        <translation>
            <numerusform>%n line holds signs alone and stays out: {lines}</numerusform>
            <numerusform>%n lines hold signs alone and stay out: {lines}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines hold a single cell far below the list and stay out: {lines}</source>
        <translation>
            <numerusform>%n line holds a single cell far below the list and stays out: {lines}</numerusform>
            <numerusform>%n lines hold a single cell far below the list and stay out: {lines}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers stand in several rows, such as {value} in lines {lines}. All these rows count; they are told apart by what else stands in them.</source>
        <translation>
            <numerusform>%n number stands in several rows: {value} in lines {lines}. All these rows count; they are told apart by what else stands in them.</numerusform>
            <numerusform>%n numbers stand in several rows, such as {value} in lines {lines}. All these rows count; they are told apart by what else stands in them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no number. They are known by what stands in them.</source>
        <translation>
            <numerusform>%n row has no number. It is known by what stands in it.</numerusform>
            <numerusform>%n rows have no number. They are known by what stands in them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells hold an error of the spreadsheet program, such as {text} in line {line}, {column}. Nothing is read from them.</source>
        <translation>
            <numerusform>%n cell holds an error of the spreadsheet program: {text} in line {line}, {column}. Nothing is read from it.</numerusform>
            <numerusform>%n cells hold an error of the spreadsheet program, such as {text} in line {line}, {column}. Nothing is read from them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message numerus="yes">
        <source>%Ln rows: {new} new, {here} already here, {changed} changed, {bad} with problems.</source>
        <translation>
            <numerusform>%Ln row: {new} new, {here} already here, {changed} changed, {bad} with problems.</numerusform>
            <numerusform>%Ln rows: {new} new, {here} already here, {changed} changed, {bad} with problems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows cannot be read. Mend them in the sheet, or say on the page before what they mean.</source>
        <translation>
            <numerusform>%n row cannot be read. Mend it in the sheet, or say on the page before what it means.</numerusform>
            <numerusform>%n rows cannot be read. Mend them in the sheet, or say on the page before what they mean.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
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
    <name>ColumnLines</name>
    <message numerus="yes">
        <source>Show %n more columns, which stay in the row as it stood</source>
        <translation>
            <numerusform>Show %n more column, which stays in the row as it stood</numerusform>
            <numerusform>Show %n more columns, which stay in the row as it stood</numerusform>
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
    <name>CrashTeller</name>
    <message numerus="yes">
        <source>Something went wrong inside the program, %n times.</source>
        <translation>
            <numerusform>Something went wrong inside the program, %n time.</numerusform>
            <numerusform>Something went wrong inside the program, %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message numerus="yes">
        <source>%Ln rows were left out.</source>
        <translation>
            <numerusform>%Ln row was left out.</numerusform>
            <numerusform>%Ln rows were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incidents are in.</source>
        <translation>
            <numerusform>%Ln incident is in.</numerusform>
            <numerusform>%Ln incidents are in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people were added.</source>
        <translation>
            <numerusform>%Ln person was added.</numerusform>
            <numerusform>%Ln people were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places were added.</source>
        <translation>
            <numerusform>%Ln place was added.</numerusform>
            <numerusform>%Ln places were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces of equipment were added.</source>
        <translation>
            <numerusform>%Ln piece of equipment was added.</numerusform>
            <numerusform>%Ln pieces of equipment were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes were taken over.</source>
        <translation>
            <numerusform>%Ln change was taken over.</numerusform>
            <numerusform>%Ln changes were taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were changed.</source>
        <translation>
            <numerusform>%Ln was changed.</numerusform>
            <numerusform>%Ln were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erased in %n incidents. The signatures stay valid: no statement was changed.</source>
        <translation>
            <numerusform>Erased in %n incident. The signatures stay valid: no statement was changed.</numerusform>
            <numerusform>Erased in %n incidents. The signatures stay valid: no statement was changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left as they are.</source>
        <translation>
            <numerusform>%n was left as it is.</numerusform>
            <numerusform>%n were left as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message numerus="yes">
        <source>%n pairs may tell of the same event</source>
        <translation>
            <numerusform>%n pair may tell of the same event</numerusform>
            <numerusform>%n pairs may tell of the same event</numerusform>
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
    <name>EquipmentSection</name>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasingPage</name>
    <message numerus="yes">
        <source>%n still to decide</source>
        <translation>
            <numerusform>%n still to decide</numerusform>
            <numerusform>%n still to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundStep</name>
    <message numerus="yes">
        <source>%n still to decide.</source>
        <translation>
            <numerusform>%n still to decide.</numerusform>
            <numerusform>%n still to decide.</numerusform>
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
    <name>ImportPage</name>
    <message numerus="yes">
        <source>Take over %n changes</source>
        <translation>
            <numerusform>Take over %n change</numerusform>
            <numerusform>Take over %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n incidents</source>
        <translation>
            <numerusform>Bring in %n incident</numerusform>
            <numerusform>Bring in %n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n people</source>
        <translation>
            <numerusform>Bring in %n person</numerusform>
            <numerusform>Bring in %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n places</source>
        <translation>
            <numerusform>Bring in %n place</numerusform>
            <numerusform>Bring in %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n pieces of equipment</source>
        <translation>
            <numerusform>Bring in %n piece of equipment</numerusform>
            <numerusform>Bring in %n pieces of equipment</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportedPart</name>
    <message numerus="yes">
        <source>Show %n more cells of the row</source>
        <translation>
            <numerusform>Show %n more cell of the row</numerusform>
            <numerusform>Show %n more cells of the row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message numerus="yes">
        <source>The last %n months</source>
        <translation>
            <numerusform>The last %n month</numerusform>
            <numerusform>The last %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Knowing</name>
    <message numerus="yes">
        <source>%n lessons apply here:</source>
        <translation>
            <numerusform>%n lesson applies here:</numerusform>
            <numerusform>%n lessons apply here:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KnowledgePage</name>
    <message numerus="yes">
        <source>%n incidents</source>
        <translation>
            <numerusform>%n incident</numerusform>
            <numerusform>%n incidents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LastEnd</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LastStep</name>
    <message numerus="yes">
        <source>In %n incidents:</source>
        <translation>
            <numerusform>In %n incident:</numerusform>
            <numerusform>In %n incidents:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts are written anew.</source>
        <translation>
            <numerusform>%n text is written anew.</numerusform>
            <numerusform>%n texts are written anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts go as a whole.</source>
        <translation>
            <numerusform>%n text goes as a whole.</numerusform>
            <numerusform>%n texts go as a whole.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files go.</source>
        <translation>
            <numerusform>%n file goes.</numerusform>
            <numerusform>%n files go.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoadPart</name>
    <message numerus="yes">
        <source>%n other open incidents are led by {name}, {hours} hours of work in all.</source>
        <translation>
            <numerusform>%n other open incident is led by {name}, {hours} hours of work in all.</numerusform>
            <numerusform>%n other open incidents are led by {name}, {hours} hours of work in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n nobody has said how many hours.</source>
        <translation>
            <numerusform>Of %n nobody has said how many hours.</numerusform>
            <numerusform>Of %n nobody has said how many hours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyAtOnce</name>
    <message numerus="yes">
        <source>%n incidents changed.</source>
        <translation>
            <numerusform>%n incident changed.</numerusform>
            <numerusform>%n incidents changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyLeft</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyOrders</name>
    <message numerus="yes">
        <source>%n incidents changed back.</source>
        <translation>
            <numerusform>%n incident changed back.</numerusform>
            <numerusform>%n incidents changed back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left as they are.</source>
        <translation>
            <numerusform>%n was left as it is.</numerusform>
            <numerusform>%n were left as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyPopover</name>
    <message numerus="yes">
        <source>%n incidents</source>
        <translation>
            <numerusform>%n incident</numerusform>
            <numerusform>%n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Close %n incidents</source>
        <translation>
            <numerusform>Close %n incident</numerusform>
            <numerusform>Close %n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write into %n incidents</source>
        <translation>
            <numerusform>Write into %n incident</numerusform>
            <numerusform>Write into %n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n incidents</source>
        <translation>
            <numerusform>Change %n incident</numerusform>
            <numerusform>Change %n incidents</numerusform>
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
    <name>Nameless</name>
    <message numerus="yes">
        <source>In %n places its texts tell who somebody is.</source>
        <translation>
            <numerusform>In %n place its texts tell who somebody is.</numerusform>
            <numerusform>In %n places its texts tell who somebody is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenWorkPart</name>
    <message numerus="yes">
        <source>%n incidents are with {name} now.</source>
        <translation>
            <numerusform>%n incident is with {name} now.</numerusform>
            <numerusform>%n incidents are with {name} now.</numerusform>
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
    <name>ProofFacts</name>
    <message numerus="yes">
        <source>%n newer ones are sealed with the next signature, print or backup.</source>
        <translation>
            <numerusform>%n newer one is sealed with the next signature, print or backup.</numerusform>
            <numerusform>%n newer ones are sealed with the next signature, print or backup.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things did not hold, {when}</source>
        <translation>
            <numerusform>%n thing did not hold, {when}</numerusform>
            <numerusform>%n things did not hold, {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>everything holds, %n entries, {when}</source>
        <translation>
            <numerusform>everything holds, %n entry, {when}</numerusform>
            <numerusform>everything holds, %n entries, {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what was new holds, %n entries, {when}</source>
        <translation>
            <numerusform>what was new holds, %n entry, {when}</numerusform>
            <numerusform>what was new holds, %n entries, {when}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProtectingSheet</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingNotes</name>
    <message numerus="yes">
        <source>{column}: what %n formulas give is not in the file, so nothing is read there (lines {lines}). Open it in LibreOffice or Excel, save it, and bring it in again.</source>
        <translation>
            <numerusform>{column}: what %n formula gives is not in the file, so nothing is read there (line {lines}). Open it in LibreOffice or Excel, save it, and bring it in again.</numerusform>
            <numerusform>{column}: what %n formulas give is not in the file, so nothing is read there (lines {lines}). Open it in LibreOffice or Excel, save it, and bring it in again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field}: %n cells are no date and stay in the row as they stood: {words}</source>
        <translation>
            <numerusform>{field}: %n cell is no date and stays in the row as it stood: {words}</numerusform>
            <numerusform>{field}: %n cells are no date and stay in the row as they stood: {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field}: %n cells are no number and stay in the row as they stood: {words}</source>
        <translation>
            <numerusform>{field}: %n cell is no number and stays in the row as it stood: {words}</numerusform>
            <numerusform>{field}: %n cells are no number and stay in the row as they stood: {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field}: %n cells are no date; their rows come in closed, without a day: {words}</source>
        <translation>
            <numerusform>{field}: %n cell is no date; its row comes in closed, without a day: {words}</numerusform>
            <numerusform>{field}: %n cells are no date; their rows come in closed, without a day: {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field}: %n cells name no day that was; their rows come in open: {words}</source>
        <translation>
            <numerusform>{field}: %n cell names no day that was; its row comes in open: {words}</numerusform>
            <numerusform>{field}: %n cells name no day that was; their rows come in open: {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells hold letters that nobody writes, such as “{sample}”. Choose under File how letters are written, until the sheet reads right.</source>
        <translation>
            <numerusform>%n cell holds letters that nobody writes, such as “{sample}”. Choose under File how letters are written, until the sheet reads right.</numerusform>
            <numerusform>%n cells hold letters that nobody writes, such as “{sample}”. Choose under File how letters are written, until the sheet reads right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells hold letters that nobody writes, such as “{sample}”. They stand so in the sheet itself.</source>
        <translation>
            <numerusform>%n cell holds letters that nobody writes, such as “{sample}”. They stand so in the sheet itself.</numerusform>
            <numerusform>%n cells hold letters that nobody writes, such as “{sample}”. They stand so in the sheet itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterCheck</name>
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
    <name>RegisterPage</name>
    <message numerus="yes">
        <source>%n changes: show</source>
        <translation>
            <numerusform>%n change: show</numerusform>
            <numerusform>%n changes: show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incidents</source>
        <translation>
            <numerusform>%Ln incident</numerusform>
            <numerusform>%Ln incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln incidents</source>
        <translation>
            <numerusform>{count} of %Ln incident</numerusform>
            <numerusform>{count} of %Ln incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print list of %n records ...</source>
        <translation>
            <numerusform>Print list of %n record ...</numerusform>
            <numerusform>Print list of %n records ...</numerusform>
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
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%n records, best first</source>
        <translation>
            <numerusform>%n record, best first</numerusform>
            <numerusform>%n records, best first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records, newest first</source>
        <translation>
            <numerusform>%n record, newest first</numerusform>
            <numerusform>%n records, newest first</numerusform>
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
    <name>TakingOut</name>
    <message numerus="yes">
        <source>%n records copied, to be pasted into a spreadsheet.</source>
        <translation>
            <numerusform>%n record copied, to be pasted into a spreadsheet.</numerusform>
            <numerusform>%n records copied, to be pasted into a spreadsheet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TellingWatch</name>
    <message numerus="yes">
        <source>This tells who somebody is: {named} and %n more.</source>
        <translation>
            <numerusform>This tells who somebody is: {named} and %n more.</numerusform>
            <numerusform>This tells who somebody is: {named} and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordList</name>
    <message numerus="yes">
        <source>Show %n more words</source>
        <translation>
            <numerusform>Show %n more word</numerusform>
            <numerusform>Show %n more words</numerusform>
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
<context>
    <name>Writing</name>
    <message numerus="yes">
        <source>%Ln incidents handed out: {name}, in the folder {folder}</source>
        <translation>
            <numerusform>%Ln incident handed out: {name}, in the folder {folder}</numerusform>
            <numerusform>%Ln incidents handed out: {name}, in the folder {folder}</numerusform>
        </translation>
    </message>
</context>
</TS>
