<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>open {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done}/{total} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell {name} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>priority {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>responsible {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Report an incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a number, word, person or place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock, or change person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Incident Desk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>How it works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register is being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo is being made. This takes a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register is being backed up and brought up to date. Leave this window open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored. The journal says from which backup, and what was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupFacts</name>
    <message>
        <source>Where the restored register goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registers (*.register)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands in the journal of the restored register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n records, as they stood on {when}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Every entry of the backup is being checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC does not know what was written after this backup. It would be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As far as this PC knows, nothing would be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the journal were written after this backup and would be missing.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are not in it:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{numbers} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The backup is whole: every entry in it holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an older backup if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything in this backup holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place, or write the whole path.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupWatch</name>
    <message>
        <source>Backed up by the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup place chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Last backup {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>No open record. New reports wait in the inbox until you accept them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardPresenter</name>
    <message>
        <source>It stands here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop here: back, with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Drop here: %n things to add</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{number} moved to {step}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CapacityBar</name>
    <message>
        <source>{total} of {capacity} h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message>
        <source>{count} of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n over the limit</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConcludedStrip</name>
    <message>
        <source>Concluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concluded, last 14 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n in 14 days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictBar</name>
    <message>
        <source>{who} changed “{label}” meanwhile. Both texts are here; your text stands in the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was changed meanwhile. Both texts are here; your text stands in the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(emptied)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>such as 12 Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no day yet. Write it as 12 Nov, 12.11. or 2026-11-12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today, {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message>
        <source>Deadlines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DemoForm</name>
    <message>
        <source>Open the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A register with invented people and incidents in all five steps. Try anything in it: it has nothing to do with a register of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Save as ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why in a few words; the reason stands in the journal.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesTab</name>
    <message>
        <source>Attach ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file yet. A picture of what happened helps everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {number}.png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be written there. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All departments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responsible: anyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures to check</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterPill</name>
    <message>
        <source>Filter in use. Delete takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>One file holds everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports, files and the journal. It works without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can report at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories, places and questions come with the kind of place you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add colleagues when you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Settings, each with what they may do and a secret of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A register is one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name ends in .register. It may lie on this PC or on a disk you carry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several PCs, one register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then it lies on a server, and everybody opens it by its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is made on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the folder of the program&apos;s own data. Nothing is fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays as you leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next time it opens where you were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own register comes later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click on the register&apos;s name, at the upper left, leads back here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file stays where it is and as it is, whatever you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup is a whole register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each was checked when it was written, and is checked again here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see what it holds and what would be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It becomes a new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old one stays beside it, untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which backup, what was lost and why. Numbers go on above the last one given.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormCell</name>
    <message>
        <source>What stood here was erased.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>needed to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stated yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuidedMove</name>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does it go back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n things are missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This will be entry {number} of the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move anyway ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>incidents from the report to the signed paper</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>No report is waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IncidentHead</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody responsible yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided in step 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>concluded {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed and locked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IncidentPresenter</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing of yours to take back on this record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: {one}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change: {one}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>{label}: from {old} to {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {old}, taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JournalTab</name>
    <message>
        <source>Add a note for the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {position}, the chain is being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {position}, chain unbroken since the first report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in this record was changed behind the program. Ask for a full check.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JournalView</name>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptStart</name>
    <message>
        <source>The draft cannot be kept on this disk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>That would be {length} characters; {limit} fit here. The text is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPart</name>
    <message>
        <source>Taken off: {one}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is named yet. Who was affected, who saw it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No question was asked back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No measure yet. What keeps people safe until this is solved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was told yet. Who should know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise an update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No update is promised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No why yet. Why did it happen, and why that?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action yet. What keeps it from happening again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No duty to report is written down. Who must be told by law?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to follow up yet. When is it checked that the fix holds?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an addendum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No addendum yet. What became known later is written here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Your text is kept; what was saved is safe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>actual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>potential</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Arrow keys walk. A puts the actual outcome, P the potential one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessagesTab</name>
    <message>
        <source>Add a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised to {whom}: {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was told yet. Who should know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MissingForm</name>
    <message>
        <source>One of these is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the duties to report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the sign-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>Copy the number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>This is not a number that can be read. Write it as 1000 or 2.5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenForm</name>
    <message>
        <source>Choose a file ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person who looks after the server gives you its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register on a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened before on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registers (*.register)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnForm</name>
    <message>
        <source>Where the register goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registers (*.register)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where backups go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you begin as coordinator, manager and administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checked copy goes there every day. A folder on another disk is best: a broken disk would take both. Leave it empty to choose later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code for record numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of place is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything here can be changed later in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers read {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories, places, questions and signatures come with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place, or write the whole path.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a number, word, person or place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>My work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report an incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is at this PC</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Painted</name>
    <message>
        <source>priority {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all five steps done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {number} of 5, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>responsible: {name}, that is you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>responsible: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{whose}: {countdown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group}: {total} of {capacity} hours, {over} too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group}: {total} of {capacity} hours, {added} of them for this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} lifted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: choose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PickField</name>
    <message>
        <source>This is not on the list. Choose one of the list, or empty the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, choices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromiseBlock</name>
    <message>
        <source>Move to ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised: next update to {whom}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProseField</name>
    <message>
        <source>That would be {length} characters; {limit} fit here. The text is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatingForm</name>
    <message>
        <source>As it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it could have been</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to mark in the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was: {column}, {row}: {score}, {level}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it could have been: {column}, {row}: {score}, {level}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The higher of the two counts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatingPart</name>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark in the matrix how it was and how it could have been.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another priority was chosen: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportAside</name>
    <message>
        <source>What happens next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You get a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it; anybody can find the report by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinator reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can see what became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the number into the search box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits in the inbox until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, phone {phone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your report is {number}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportList</name>
    <message>
        <source>Reports waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Report an incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your unsent report is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft cannot be kept on this disk. Send the report now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this PC. It comes back when you report again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report {number} is in the inbox.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportPreview</name>
    <message>
        <source>The report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportSheet</name>
    <message>
        <source>Just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier this shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send without my name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report an incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five questions, under a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sentence or two, no names of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When did it happen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the coordinator sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who reports?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of 5 answered, name is optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as a draft {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportTop</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone hurt or in danger? Call {phone} first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone hurt or in danger? Get help first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message>
        <source>The file stays as it is. The backup becomes a new register beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup was found in the folders this PC knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in another folder ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where backups lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is being restored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ring</name>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <comment>time left</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>All changes saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft kept {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft cannot be kept on this PC; leave the field to save it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionView</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report an incident</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignOffPart</name>
    <message>
        <source>Signed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignPanel</name>
    <message>
        <source>Your secret, once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {meaning}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature covers entries 1 to {position} and locks the five steps.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartSheet</name>
    <message>
        <source>Start a register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own, a file on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file, or on a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invented incidents to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do you want to begin?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>State of the register</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusTeller</name>
    <message>
        <source>All changes saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, can only be read here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone may report here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No list of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also open: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This register is also open elsewhere: {names}. Both can work in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal unbroken, entry {index}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register cannot be reached; your text is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>such as 14:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks were put forward over this hour. Look at the clock time again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no time yet. Write it as 14:30, 12.11. 14:30 or 2026-11-12 08:25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second time is before the first. Check the two times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, how exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between {first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today, {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TitleField</name>
    <message>
        <source>Change the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TriageBar</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you ask the reporter?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the record it belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it not led further?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask back (Q) ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join (J) ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reportable (N) ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responsible from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question noted on {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} joined to {into}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} marked as not reportable.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroubleSheet</name>
    <message>
        <source>Back it up and bring it up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for the file ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” did not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the register is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registers (*.register)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_DropPlace</name>
    <message>
        <source>Drop files here, or paste a picture (Ctrl+V)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Grid</name>
    <message>
        <source>Potential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Lately</name>
    <message>
        <source>lately on this PC</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_OtherPriority</name>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_RegisterButton</name>
    <message>
        <source>Register {name}, {detail}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_SignOffLine</name>
    <message>
        <source>Sign ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed yet. Signed by: {role}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed yet; this signature may be left out. Signed by: {role}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {time}, covers entries 1 to {position}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_StepHead</name>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the current step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number}, {name}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Move {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
