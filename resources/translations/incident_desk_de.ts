<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccessSection</name>
    <message>
        <source>Access log</source>
        <translation>Zugriffsprotokoll</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Show older entries</source>
        <translation>Ältere Einträge zeigen</translation>
    </message>
    <message>
        <source>What you found, in a sentence</source>
        <translation>Was Sie festgestellt haben, in einem Satz</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Als durchgesehen vermerken</translation>
    </message>
    <message>
        <source>Who printed, saved, backed up and signed in. Looking at the screen is not recorded.</source>
        <translation>Wer gedruckt, gespeichert, gesichert und sich angemeldet hat. Ansehen am Bildschirm wird nicht vermerkt.</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>Ab dem Tag</translation>
    </message>
    <message>
        <source>To the day</source>
        <translation>Bis zum Tag</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>Nothing fits. Take a filter away, or choose other days.</source>
        <translation>Nichts passt. Nehmen Sie einen Filter weg oder wählen Sie andere Tage.</translation>
    </message>
    <message>
        <source>Written down that you looked this through.</source>
        <translation>Es ist vermerkt, dass Sie dies durchgesehen haben.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Report an incident</source>
        <translation>Ereignis melden</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>Meine Aufgaben</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Bring in a sheet</source>
        <translation>Tabelle übernehmen</translation>
    </message>
    <message>
        <source>Find a number, word, person or place</source>
        <translation>Nummer, Wort, Person oder Ort suchen</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>Doppelte suchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Print record</source>
        <translation>Akte drucken</translation>
    </message>
    <message>
        <source>History of the field</source>
        <translation>Verlauf des Feldes</translation>
    </message>
    <message>
        <source>The record as it stood</source>
        <translation>Der Vorgang zu einem früheren Zeitpunkt</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>Lock, or change person</source>
        <translation>Sperren oder Person wechseln</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Close Incident Desk</source>
        <translation>Incident Desk schließen</translation>
    </message>
</context>
<context>
    <name>AnswersField</name>
    <message>
        <source>Add an answer</source>
        <translation>Antwort hinzufügen</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Open it</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Conclude</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>It is offered nowhere any more. It can be opened again.</source>
        <translation>Er wird nirgends mehr angeboten. Er lässt sich wieder öffnen.</translation>
    </message>
    <message>
        <source>It stays on the list of what is concluded and can be opened again.</source>
        <translation>Es bleibt auf der Liste des Abgeschlossenen und lässt sich wieder öffnen.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Everything can be written again. An article becomes a draft.</source>
        <translation>Alles lässt sich wieder schreiben. Ein Artikel wird zum Entwurf.</translation>
    </message>
    <message>
        <source>It is offered where its category, place or equipment comes up.</source>
        <translation>Er wird angeboten, wo seine Kategorie, sein Ort oder sein Gerät vorkommt.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Both journals tell of it. The incident itself stays as it is.</source>
        <translation>Beide Journale sagen es. Der Vorgang selbst bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Add an incident</source>
        <translation>Vorgang hinzufügen</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Both journals tell of it, with the reason.</source>
        <translation>Beide Journale sagen es, mit dem Grund.</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Herausnehmen</translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>The register is being made.</source>
        <translation>Das Register wird angelegt.</translation>
    </message>
    <message>
        <source>The register is being opened.</source>
        <translation>Das Register wird geöffnet.</translation>
    </message>
    <message>
        <source>The demo is being made. This takes a few seconds.</source>
        <translation>Das Beispiel wird angelegt. Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>The register is being backed up and brought up to date. Leave this window open.</source>
        <translation>Das Register wird gesichert und auf den neuen Stand gebracht. Lassen Sie dieses Fenster offen.</translation>
    </message>
    <message>
        <source>Done. The journal says which file it was made from, and what was lost.</source>
        <translation>Fertig. Im Journal steht, aus welcher Datei es entstand und was verloren ging.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Nothing was changed.</source>
        <translation>Im Programm ist ein Fehler aufgetreten. Nichts wurde verändert.</translation>
    </message>
</context>
<context>
    <name>BackupFacts</name>
    <message>
        <source>Registers (*.register)</source>
        <translation>Register (*.register)</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Neue Datei</translation>
    </message>
    <message>
        <source>Where the new file goes</source>
        <translation>Wohin die neue Datei kommt</translation>
    </message>
    <message>
        <source>stands in the journal of the new file</source>
        <translation>steht im Journal der neuen Datei</translation>
    </message>
    <message>
        <source>Why this is done</source>
        <translation>Warum das geschieht</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Wer es tut</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Diese Sicherung wiederherstellen</translation>
    </message>
    <message numerus="yes">
        <source>%n records, as they stood on {when}</source>
        <translation>
            <numerusform>%n Vorgang, Stand vom {when}</numerusform>
            <numerusform>%n Vorgänge, Stand vom {when}</numerusform>
        </translation>
    </message>
    <message>
        <source>Every entry in it is being checked.</source>
        <translation>Jeder Eintrag darin wird geprüft.</translation>
    </message>
    <message>
        <source>It is whole: every entry in it holds.</source>
        <translation>Vollständig: Jeder Eintrag darin hält.</translation>
    </message>
    <message>
        <source>Not everything in it holds.</source>
        <translation>Nicht alles darin hält.</translation>
    </message>
    <message>
        <source>This PC does not know what was written after this backup. It would be missing.</source>
        <translation>Was nach dieser Sicherung geschrieben wurde, ist diesem PC nicht bekannt. Es würde fehlen.</translation>
    </message>
    <message>
        <source>As far as this PC knows, nothing would be missing.</source>
        <translation>Soweit diesem PC bekannt, würde nichts fehlen.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the journal were written after this backup and would be missing.</source>
        <translation>
            <numerusform>%n Eintrag des Journals wurde nach dieser Sicherung geschrieben und würde fehlen.</numerusform>
            <numerusform>%n Einträge des Journals wurden nach dieser Sicherung geschrieben und würden fehlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records are not in it:</source>
        <translation>
            <numerusform>%n Vorgang ist nicht enthalten:</numerusform>
            <numerusform>%n Vorgänge sind nicht enthalten:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{numbers} and %n more</source>
        <translation>
            <numerusform>{numbers} und %n weiterer</numerusform>
            <numerusform>{numbers} und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an older backup if there is one.</source>
        <translation>Wählen Sie eine ältere Sicherung, falls es eine gibt.</translation>
    </message>
    <message>
        <source>Choose a place, or write the whole path.</source>
        <translation>Wählen Sie einen Ordner oder schreiben Sie den ganzen Pfad.</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Choose a place ...</source>
        <translation>Ordner wählen ...</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>No backup yet. A checked copy of everything goes to the place you choose, every day by itself.</source>
        <translation>Noch keine Sicherung. In den gewählten Ordner kommt jeden Tag von selbst eine geprüfte Kopie von allem.</translation>
    </message>
    <message>
        <source>Restore ...</source>
        <translation>Wiederherstellen ...</translation>
    </message>
    <message>
        <source>The last {days} days and {months} months are kept; older ones make room by themselves.</source>
        <translation>Aufbewahrt werden die letzten {days} Tage und {months} Monate; ältere machen von selbst Platz.</translation>
    </message>
    <message>
        <source>Backups in this place</source>
        <translation>Sicherungen in diesem Ordner</translation>
    </message>
    <message>
        <source>A backup becomes a new register beside this one. You see first what would be missing.</source>
        <translation>Aus einer Sicherung wird ein neues Register neben diesem. Sie sehen vorher, was fehlen würde.</translation>
    </message>
    <message>
        <source>Another place ...</source>
        <translation>Anderer Ordner ...</translation>
    </message>
    <message numerus="yes">
        <source>%n older ones</source>
        <translation>
            <numerusform>%n ältere</numerusform>
            <numerusform>%n ältere</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup is being written and checked.</source>
        <translation>Die Sicherung wird geschrieben und geprüft.</translation>
    </message>
    <message>
        <source>Where backups go</source>
        <translation>Wohin die Sicherungen kommen</translation>
    </message>
</context>
<context>
    <name>BackupWatch</name>
    <message>
        <source>A backup is still being written. Closed now, it may be missing.</source>
        <translation>Eine Sicherung wird noch geschrieben. Wird jetzt geschlossen, fehlt sie womöglich.</translation>
    </message>
    <message>
        <source>Backed up and checked: {name}</source>
        <translation>Gesichert und geprüft: {name}</translation>
    </message>
    <message>
        <source>Backed up by the server</source>
        <translation>Wird vom Server gesichert</translation>
    </message>
    <message>
        <source>No backup place chosen</source>
        <translation>Kein Ordner für Sicherungen gewählt</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Noch keine Sicherung</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>today {hour}</source>
        <translation>heute {hour}</translation>
    </message>
    <message>
        <source>Last backup {when}</source>
        <translation>Letzte Sicherung {when}</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>No open record. New reports wait in the inbox until you accept them.</source>
        <translation>Kein offener Vorgang. Neue Meldungen warten im Eingang, bis sie angenommen werden.</translation>
    </message>
    <message>
        <source>Go to the inbox</source>
        <translation>Zum Eingang</translation>
    </message>
    <message>
        <source>Nothing is recorded yet. Begin with a report, or with the list that was kept until now.</source>
        <translation>Noch ist nichts erfasst. Beginnen Sie mit einer Meldung oder mit der Liste, die bisher geführt wurde.</translation>
    </message>
    <message>
        <source>Report an incident</source>
        <translation>Ereignis melden</translation>
    </message>
    <message>
        <source>Bring in your old sheet</source>
        <translation>Alte Tabelle übernehmen</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
</context>
<context>
    <name>BoardPresenter</name>
    <message>
        <source>It stands here</source>
        <translation>Steht schon hier</translation>
    </message>
    <message>
        <source>Drop here: back, with a reason</source>
        <translation>Hier ablegen: zurück, mit Grund</translation>
    </message>
    <message>
        <source>Drop here</source>
        <translation>Hier ablegen</translation>
    </message>
    <message numerus="yes">
        <source>Drop here: %n things to add</source>
        <translation>
            <numerusform>Hier ablegen: %n Angabe ergänzen</numerusform>
            <numerusform>Hier ablegen: %n Angaben ergänzen</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} moved to {step}.</source>
        <translation>{number} steht jetzt bei {step}.</translation>
    </message>
</context>
<context>
    <name>CapacityBar</name>
    <message>
        <source>{used} of {hours} h</source>
        <translation>{used} von {hours} h</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>open {time}</source>
        <translation>seit {time} offen</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>put off {until}</source>
        <translation>zurückgestellt {until}</translation>
    </message>
    <message>
        <source>{count} in force</source>
        <translation>{count} in Kraft</translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation>{count} fehlen</translation>
    </message>
    <message>
        <source>{done}/{total} done</source>
        <translation>{done}/{total} erledigt</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Tell {name} again</source>
        <translation>Rückmeldung an {name}</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Nachverfolgung</translation>
    </message>
    <message>
        <source>priority {word}</source>
        <translation>Priorität {word}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>responsible {name}</source>
        <translation>verantwortlich {name}</translation>
    </message>
    <message>
        <source> of </source>
        <translation> von </translation>
    </message>
    <message>
        <source>1 missing</source>
        <translation>1 fehlt</translation>
    </message>
    <message>
        <source>Double-click or Enter opens it, right-click shows more.</source>
        <translation>Doppelklick oder Eingabetaste öffnet sie, Rechtsklick zeigt mehr.</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Move to {step} ...</source>
        <translation>Weiter nach {step} ...</translation>
    </message>
    <message>
        <source>Move back to {step} ...</source>
        <translation>Zurück nach {step} ...</translation>
    </message>
    <message>
        <source>Print record ...</source>
        <translation>Akte drucken ...</translation>
    </message>
</context>
<context>
    <name>CategoriesSection</name>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>what is not offered any more stays in old records</source>
        <translation>was nicht mehr zur Wahl steht, bleibt in alten Vorgängen</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>Kategorie anlegen</translation>
    </message>
    <message>
        <source>Add a subcategory</source>
        <translation>Unterkategorie anlegen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>First subcategory</source>
        <translation>Erste Unterkategorie</translation>
    </message>
    <message>
        <source>more can follow</source>
        <translation>weitere können folgen</translation>
    </message>
    <message numerus="yes">
        <source>%n questions of its own</source>
        <translation>
            <numerusform>%n eigene Frage</numerusform>
            <numerusform>%n eigene Fragen</numerusform>
        </translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Neue Kategorie</translation>
    </message>
    <message>
        <source>New subcategory of {name}</source>
        <translation>Neue Unterkategorie von {name}</translation>
    </message>
    <message>
        <source>{name} added.</source>
        <translation>{name} ist angelegt.</translation>
    </message>
    <message>
        <source>Renamed.</source>
        <translation>Umbenannt.</translation>
    </message>
    <message>
        <source>{name} is offered again.</source>
        <translation>{name} steht wieder zur Wahl.</translation>
    </message>
    <message>
        <source>{name} is not offered any more.</source>
        <translation>{name} steht nicht mehr zur Wahl.</translation>
    </message>
</context>
<context>
    <name>CausePart</name>
    <message>
        <source>What happened when, drawn</source>
        <translation>Was wann geschah, gezeichnet</translation>
    </message>
    <message>
        <source>Contributing factors, as a fishbone</source>
        <translation>Beitragende Einflüsse als Fischgräte</translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>Changed since the last time</source>
        <translation>Seit dem letzten Mal geändert</translation>
    </message>
    <message>
        <source>Tick what the register shall take over from the sheet. What is not ticked stays as it is.</source>
        <translation>Haken Sie an, was das Register aus der Tabelle übernehmen soll. Alles andere bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All of them leaves out what was changed here since: tick that by itself.</source>
        <translation>Alle lässt aus, was seither hier geändert wurde: das einzeln ankreuzen.</translation>
    </message>
    <message numerus="yes">
        <source>Show more: %n rows are not shown, and All of them takes them too</source>
        <translation>
            <numerusform>Mehr zeigen: %n Zeile ist nicht gezeigt, und Alle nimmt auch sie</numerusform>
            <numerusform>Mehr zeigen: %n Zeilen sind nicht gezeigt, und Alle nimmt auch sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking this over concludes the incident: imported, steps not recorded.</source>
        <translation>Wird das übernommen, ist der Vorgang abgeschlossen: übernommen, Schritte nicht dokumentiert.</translation>
    </message>
    <message>
        <source>No field of the incident changes; the cell is kept in its row as it stood.</source>
        <translation>Kein Feld des Vorgangs ändert sich; die Zelle bleibt in ihrer Zeile, wie sie dastand.</translation>
    </message>
    <message>
        <source>Changed here since; the sheet said “{text}” before.</source>
        <translation>Seither hier geändert; in der Tabelle stand vorher „{text}“.</translation>
    </message>
    <message>
        <source>{number}, line {line}</source>
        <translation>{number}, Zeile {line}</translation>
    </message>
</context>
<context>
    <name>ChangeTick</name>
    <message>
        <source>{column}: “{old}” becomes “{new}”</source>
        <translation>{column}: aus „{old}“ wird „{new}“</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>CheckFacts</name>
    <message>
        <source>Bring in lines that look like headings or totals, too</source>
        <translation>Auch Zeilen übernehmen, die wie Überschriften oder Summen aussehen</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>dieses</translation>
    </message>
    <message>
        <source>Read another tab instead</source>
        <translation>Stattdessen ein anderes Blatt lesen</translation>
    </message>
    <message>
        <source>Read is the tab {tab}. Not read: {others}.</source>
        <translation>Gelesen ist das Blatt {tab}. Nicht gelesen: {others}.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Places that are added: {names}</source>
        <translation>Orte, die hinzukommen: {names}</translation>
    </message>
    <message>
        <source>People who are added: {names}</source>
        <translation>Personen, die hinzukommen: {names}</translation>
    </message>
    <message>
        <source>Equipment that is added: {names}</source>
        <translation>Geräte, die hinzukommen: {names}</translation>
    </message>
    <message>
        <source>Categories that are added: {names}</source>
        <translation>Kategorien, die hinzukommen: {names}</translation>
    </message>
    <message>
        <source>Subcategories that are added: {names}</source>
        <translation>Unterkategorien, die hinzukommen: {names}</translation>
    </message>
    <message numerus="yes">
        <source>{what} in %n rows</source>
        <translation>
            <numerusform>{what} in %n Zeile</numerusform>
            <numerusform>{what} in %n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{list} in %n lines: {fields}</source>
        <translation>
            <numerusform>{list} in %n Eintrag: {fields}</numerusform>
            <numerusform>{list} in %n Einträgen: {fields}</numerusform>
        </translation>
    </message>
    <message>
        <source>Still to be completed later: {what}</source>
        <translation>Später noch zu ergänzen: {what}</translation>
    </message>
    <message numerus="yes">
        <source>{field}: %n words mean nothing here and stay in the row as it stood: {words}</source>
        <translation>
            <numerusform>{field}: %n Wort bedeutet hier nichts und bleibt in der Zeile, wie sie dastand: {words}</numerusform>
            <numerusform>{field}: %n Wörter bedeuten hier nichts und bleiben in der Zeile, wie sie dastand: {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines that sum up or sign the list are no incidents and stay out: {lines}</source>
        <translation>
            <numerusform>%n Zeile, die die Liste summiert oder unterschreibt, ist kein Vorgang und bleibt draußen: {lines}</numerusform>
            <numerusform>%n Zeilen, die die Liste summieren oder unterschreiben, sind keine Vorgänge und bleiben draußen: {lines}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines repeat the headings and stay out: {lines}</source>
        <translation>
            <numerusform>%n Zeile wiederholt die Überschriften und bleibt weg: {lines}</numerusform>
            <numerusform>%n Zeilen wiederholen die Überschriften und bleiben weg: {lines}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines hold one word above the rows of a group and stay out: {lines}</source>
        <translation>
            <numerusform>%n Zeile enthält nur ein Wort über den Zeilen einer Gruppe und bleibt weg: {lines}</numerusform>
            <numerusform>%n Zeilen enthalten nur ein Wort über den Zeilen einer Gruppe und bleiben weg: {lines}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines hold signs alone and stay out: {lines}</source>
        <translation>
            <numerusform>%n Zeile enthält nur Zeichen und bleibt weg: {lines}</numerusform>
            <numerusform>%n Zeilen enthalten nur Zeichen und bleiben weg: {lines}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines hold a single cell far below the list and stay out: {lines}</source>
        <translation>
            <numerusform>%n Zeile enthält nur eine Zelle weit unter der Liste und bleibt weg: {lines}</numerusform>
            <numerusform>%n Zeilen enthalten nur eine Zelle weit unter der Liste und bleiben weg: {lines}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers stand in several rows, such as {value} in lines {lines}. All these rows count; they are told apart by what else stands in them.</source>
        <translation>
            <numerusform>%n Nummer steht in mehreren Zeilen: {value} in den Zeilen {lines}. Alle diese Zeilen zählen; sie werden an dem unterschieden, was sonst darin steht.</numerusform>
            <numerusform>%n Nummern stehen in mehreren Zeilen, etwa {value} in den Zeilen {lines}. Alle diese Zeilen zählen; sie werden an dem unterschieden, was sonst darin steht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no number. They are known by what stands in them.</source>
        <translation>
            <numerusform>%n Zeile hat keine Nummer. Sie wird an dem erkannt, was darin steht.</numerusform>
            <numerusform>%n Zeilen haben keine Nummer. Sie werden an dem erkannt, was darin steht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells hold an error of the spreadsheet program, such as {text} in line {line}, {column}. Nothing is read from them.</source>
        <translation>
            <numerusform>%n Zelle enthält einen Fehler der Tabellenrechnung: {text} in Zeile {line}, {column}. Aus ihr wird nichts gelesen.</numerusform>
            <numerusform>%n Zellen enthalten Fehler der Tabellenrechnung, etwa {text} in Zeile {line}, {column}. Aus ihnen wird nichts gelesen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>The first rows as they will stand</source>
        <translation>Die ersten Zeilen, wie sie dastehen werden</translation>
    </message>
    <message>
        <source>Rows that cannot come in</source>
        <translation>Zeilen, die nicht hereinkommen</translation>
    </message>
    <message>
        <source>Leave these rows out and bring the others in</source>
        <translation>Diese Zeilen weglassen und die anderen übernehmen</translation>
    </message>
    <message>
        <source>Save these rows as a file ...</source>
        <translation>Diese Zeilen als Datei sichern ...</translation>
    </message>
    <message>
        <source>Cells that are read in part, or not at all</source>
        <translation>Zellen, die nur zum Teil oder gar nicht gelesen werden</translation>
    </message>
    <message>
        <source>These rows come in. What could not be read stays with the incident as it stood in the sheet.</source>
        <translation>Diese Zeilen kommen herein. Was nicht zu lesen ist, bleibt beim Vorgang, wie es in der Tabelle stand.</translation>
    </message>
    <message>
        <source>No row stands below the heading, so nothing comes in.</source>
        <translation>Unter der Überschrift steht keine Zeile, also kommt nichts herein.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows: {new} new, {here} already here, {changed} changed, {bad} with problems.</source>
        <translation>
            <numerusform>%Ln Zeile: {new} neu, {here} schon hier, {changed} geändert, {bad} mit Problemen.</numerusform>
            <numerusform>%Ln Zeilen: {new} neu, {here} schon hier, {changed} geändert, {bad} mit Problemen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{word} (new)</source>
        <translation>{word} (neu)</translation>
    </message>
    <message>
        <source>Comes to</source>
        <translation>Kommt in</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Was dort steht</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message numerus="yes">
        <source>%n rows cannot be read. Mend them in the sheet, or say on the page before what they mean.</source>
        <translation>
            <numerusform>%n Zeile lässt sich nicht lesen. Verbessern Sie sie in der Tabelle, oder sagen Sie auf der Seite davor, was sie bedeutet.</numerusform>
            <numerusform>%n Zeilen lassen sich nicht lesen. Verbessern Sie sie in der Tabelle, oder sagen Sie auf der Seite davor, was sie bedeuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} - not read.csv</source>
        <translation>{name} - nicht gelesen.csv</translation>
    </message>
    <message>
        <source>Save these rows</source>
        <translation>Diese Zeilen sichern</translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>Liste drucken</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>in {time}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>drag to reorder</source>
        <translation>zum Ordnen ziehen</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>Spalte suchen</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message>
        <source>{count} of {limit}</source>
        <translation>{count} von {limit}</translation>
    </message>
    <message numerus="yes">
        <source>%n over the limit</source>
        <translation>
            <numerusform>%n über der Grenze</numerusform>
            <numerusform>%n über der Grenze</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnLines</name>
    <message numerus="yes">
        <source>Show %n more columns, which stay in the row as it stood</source>
        <translation>
            <numerusform>%n weitere Spalte zeigen, die in der Zeile bleibt, wie sie dastand</numerusform>
            <numerusform>%n weitere Spalten zeigen, die in der Zeile bleiben, wie sie dastand</numerusform>
        </translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>guessed; look whether it is right</source>
        <translation>vermutet; sehen Sie nach, ob es stimmt</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>{column} goes to</source>
        <translation>{column} kommt in</translation>
    </message>
</context>
<context>
    <name>ColumnList</name>
    <message>
        <source>Columns: Space shows or hides, Alt with Up or Down moves</source>
        <translation>Spalten: Leertaste zeigt oder verbirgt, Alt mit Pfeil auf oder ab verschiebt</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Use what was saved before ...</source>
        <translation>Früher Gesichertes verwenden ...</translation>
    </message>
    <message>
        <source>Save what the columns mean ...</source>
        <translation>Sichern, was die Spalten bedeuten ...</translation>
    </message>
    <message>
        <source>Where the columns go</source>
        <translation>Wohin die Spalten kommen</translation>
    </message>
    <message>
        <source>Guessed from headings and contents. What is not right is changed here.</source>
        <translation>Aus Überschriften und Inhalten vermutet. Was nicht stimmt, ändern Sie hier.</translation>
    </message>
    <message>
        <source>As last time for these headings.</source>
        <translation>Wie zuletzt bei diesen Überschriften.</translation>
    </message>
    <message>
        <source>This sheet was written by Incident Desk; its columns are known.</source>
        <translation>Diese Tabelle hat Incident Desk geschrieben; ihre Spalten sind bekannt.</translation>
    </message>
    <message>
        <source>{column} is taken for {field}: it holds days, but its heading does not say of what.</source>
        <translation>{column} gilt als {field}: Dort stehen Tage, aber die Überschrift sagt nicht, wovon.</translation>
    </message>
    <message>
        <source>from {columns}</source>
        <translation>aus {columns}</translation>
    </message>
    <message>
        <source>Use what was saved before</source>
        <translation>Früher Gesichertes verwenden</translation>
    </message>
    <message>
        <source>Save what the columns mean</source>
        <translation>Sichern, was die Spalten bedeuten</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>No command begins like this.</source>
        <translation>So beginnt kein Befehl.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>ConcludedStrip</name>
    <message>
        <source>Concluded</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Concluded, last 14 days</source>
        <translation>Abgeschlossen, letzte 14 Tage</translation>
    </message>
    <message numerus="yes">
        <source>%n in 14 days</source>
        <translation>
            <numerusform>%n in 14 Tagen</numerusform>
            <numerusform>%n in 14 Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictBar</name>
    <message>
        <source>{who} changed “{label}” meanwhile. Both texts are here; your text stands in the field.</source>
        <translation>{who} hat „{label}“ inzwischen geändert. Beide Texte sind da; Ihr Text steht im Feld.</translation>
    </message>
    <message>
        <source>“{label}” was changed meanwhile. Both texts are here; your text stands in the field.</source>
        <translation>„{label}“ wurde inzwischen geändert. Beide Texte sind da; Ihr Text steht im Feld.</translation>
    </message>
    <message>
        <source>(emptied)</source>
        <translation>(geleert)</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meinen behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Anderen übernehmen</translation>
    </message>
</context>
<context>
    <name>CrashBand</name>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>The report names places in the program and nothing from your records. Send it to the person who looks after the program.</source>
        <translation>Der Bericht nennt Stellen im Programm und nichts aus Ihren Vorgängen. Schicken Sie ihn der Person, die das Programm betreut.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>The report is copied.</source>
        <translation>Der Bericht ist kopiert.</translation>
    </message>
    <message>
        <source>Hide the report</source>
        <translation>Bericht ausblenden</translation>
    </message>
</context>
<context>
    <name>CrashTeller</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Im Programm ist ein Fehler aufgetreten.</translation>
    </message>
    <message numerus="yes">
        <source>Something went wrong inside the program, %n times.</source>
        <translation>
            <numerusform>Im Programm ist %n Fehler aufgetreten.</numerusform>
            <numerusform>Im Programm sind %n Fehler aufgetreten.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was saved is safe. Close the program and start it again.</source>
        <translation>Was gespeichert war, ist sicher. Schließen Sie das Programm und starten Sie es neu.</translation>
    </message>
    <message>
        <source>What was saved is safe, and what you are typing is kept as a draft. Go on working; if it happens again, close the program and start it again.</source>
        <translation>Was gespeichert war, ist sicher, und was Sie gerade schreiben, bleibt als Entwurf erhalten. Arbeiten Sie weiter; geschieht es noch einmal, schließen Sie das Programm und starten Sie es neu.</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>such as 12 Nov</source>
        <translation>etwa 12. Nov</translation>
    </message>
    <message>
        <source>This is no day yet. Write it as 12 Nov, 12.11. or 2026-11-12.</source>
        <translation>Das ist noch kein Tag. Schreiben Sie ihn als 12. Nov, 12.11. oder 2026-11-12.</translation>
    </message>
    <message>
        <source>today, {day}</source>
        <translation>heute, {day}</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Show the calendar</source>
        <translation>Kalender zeigen</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message>
        <source>Deadlines</source>
        <translation>Fristen</translation>
    </message>
</context>
<context>
    <name>DemoForm</name>
    <message>
        <source>Open the demo</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>A register with invented people and incidents in all five steps. Try anything in it: it has nothing to do with a register of yours.</source>
        <translation>Ein Register mit erfundenen Personen und Vorgängen in allen fünf Schritten. Probieren Sie alles aus: Mit einem eigenen Register hat es nichts zu tun.</translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation>Welches?</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Save what the columns mean ...</source>
        <translation>Sichern, was die Spalten bedeuten ...</translation>
    </message>
    <message>
        <source>Bring in another sheet</source>
        <translation>Weitere Tabelle übernehmen</translation>
    </message>
    <message>
        <source>Its number is {first}.</source>
        <translation>Seine Nummer ist {first}.</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>Their numbers are {first} to {last}.</source>
        <translation>Ihre Nummern sind {first} bis {last}.</translation>
    </message>
    <message>
        <source>What the columns mean is remembered for the next sheet with these headings.</source>
        <translation>Was die Spalten bedeuten, ist für die nächste Tabelle mit diesen Überschriften gemerkt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows were left out.</source>
        <translation>
            <numerusform>%Ln Zeile wurde ausgelassen.</numerusform>
            <numerusform>%Ln Zeilen wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln incidents are in.</source>
        <translation>
            <numerusform>%Ln Vorgang ist da.</numerusform>
            <numerusform>%Ln Vorgänge sind da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people were added.</source>
        <translation>
            <numerusform>%Ln Person aufgenommen.</numerusform>
            <numerusform>%Ln Personen aufgenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places were added.</source>
        <translation>
            <numerusform>%Ln Ort aufgenommen.</numerusform>
            <numerusform>%Ln Orte aufgenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces of equipment were added.</source>
        <translation>
            <numerusform>%Ln Gerät hinzugefügt.</numerusform>
            <numerusform>%Ln Geräte hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes were taken over.</source>
        <translation>
            <numerusform>%Ln Änderung übernommen.</numerusform>
            <numerusform>%Ln Änderungen übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were changed.</source>
        <translation>
            <numerusform>%Ln geändert.</numerusform>
            <numerusform>%Ln geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Their numbers are {numbers}.</source>
        <translation>Ihre Nummern sind {numbers}.</translation>
    </message>
    <message>
        <source>Take the traces away</source>
        <translation>Spuren entfernen</translation>
    </message>
    <message>
        <source>Look at what was left</source>
        <translation>Ansehen, was blieb</translation>
    </message>
    <message>
        <source>Open the incident</source>
        <translation>Vorgang öffnen</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message numerus="yes">
        <source>Erased in %n incidents. The signatures stay valid: no statement was changed.</source>
        <translation>
            <numerusform>In %n Vorgang gelöscht. Die Unterschriften bleiben gültig: Keine Aussage wurde geändert.</numerusform>
            <numerusform>In %n Vorgängen gelöscht. Die Unterschriften bleiben gültig: Keine Aussage wurde geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No incident was changed.</source>
        <translation>Kein Vorgang wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n were left as they are.</source>
        <translation>
            <numerusform>%n blieb, wie er ist.</numerusform>
            <numerusform>%n blieben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>The register file still holds traces, because somebody else is reading in it. Close it on the other PCs, then press Take the traces away.</source>
        <translation>Die Registerdatei enthält noch Spuren, weil gerade jemand anderes darin liest. Schließen Sie sie auf den anderen PCs, und drücken Sie dann Spuren entfernen.</translation>
    </message>
    <message>
        <source>No copy is known that still holds it.</source>
        <translation>Es ist keine Kopie bekannt, die es noch enthält.</translation>
    </message>
    <message>
        <source>Copies that somebody made elsewhere, printed papers and saved lists are not known here: look there.</source>
        <translation>Kopien an anderen Orten, gedruckte Papiere und gespeicherte Listen sind hier nicht bekannt: Sehen Sie dort nach.</translation>
    </message>
</context>
<context>
    <name>DraftNotice</name>
    <message>
        <source>Text of {time} was not saved: {fields}.</source>
        <translation>Text von {time} war nicht gespeichert: {fields}.</translation>
    </message>
    <message>
        <source>Put it in</source>
        <translation>Einsetzen</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>DuePart</name>
    <message>
        <source>Need not be kept any more</source>
        <translation>Nicht länger aufzubewahren</translation>
    </message>
    <message>
        <source>Nothing is due. It is listed here on its day.</source>
        <translation>Nichts ist fällig. Am Tag der Fälligkeit steht es hier.</translation>
    </message>
    <message>
        <source>No rule is stated, so nothing is ever due. Write how many years incidents are kept.</source>
        <translation>Keine Regel ist angegeben, also wird nie etwas fällig. Schreiben Sie, wie viele Jahre Vorgänge aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>Open the incident</source>
        <translation>Vorgang öffnen</translation>
    </message>
    <message>
        <source>Erase everything personal ...</source>
        <translation>Alles Persönliche löschen ...</translation>
    </message>
    <message>
        <source>Nothing goes by itself. Look into each, and erase what is personal in it when you are sure.</source>
        <translation>Nichts geht von selbst. Sehen Sie jeden Vorgang an, und löschen Sie das Persönliche darin, wenn Sie sicher sind.</translation>
    </message>
    <message>
        <source>due since {day}</source>
        <translation>fällig seit {day}</translation>
    </message>
    <message>
        <source>legal hold</source>
        <translation>Löschsperre</translation>
    </message>
    <message>
        <source>This one is under legal hold. A manager has to lift the hold on its page first.</source>
        <translation>Dieser Vorgang steht unter Löschsperre. Zuerst muss die Leitung die Sperre auf seiner Seite aufheben.</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>No two records tell of the same event.</source>
        <translation>Keine zwei Vorgänge erzählen vom selben Ereignis.</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doppelte</translation>
    </message>
    <message>
        <source>The records are compared with each other.</source>
        <translation>Die Vorgänge werden miteinander verglichen.</translation>
    </message>
    <message>
        <source>{done} of {of} looked at</source>
        <translation>{done} von {of} angesehen</translation>
    </message>
    <message>
        <source>Stopped. What was found until then is shown.</source>
        <translation>Angehalten. Gezeigt wird, was bis dahin gefunden wurde.</translation>
    </message>
    <message>
        <source>There are more pairs than are shown. Join the first ones, then look again.</source>
        <translation>Es gibt mehr Paare, als gezeigt werden. Vereinen Sie die ersten und suchen Sie dann noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs may tell of the same event</source>
        <translation>
            <numerusform>%n Paar könnte vom selben Ereignis erzählen</numerusform>
            <numerusform>%n Paare könnten vom selben Ereignis erzählen</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} is joined into {into}.</source>
        <translation>{number} ist in {into} vereint.</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>{number} öffnen</translation>
    </message>
</context>
<context>
    <name>DutiesPanel</name>
    <message>
        <source>Duties to report</source>
        <translation>Meldepflichten</translation>
    </message>
    <message numerus="yes">
        <source>%n running; each ring shows the time that is left</source>
        <translation>
            <numerusform>%n läuft; der Ring zeigt die verbleibende Zeit</numerusform>
            <numerusform>%n laufen; jeder Ring zeigt die verbleibende Zeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Alle %n zeigen</numerusform>
            <numerusform>Alle %n zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DutyCell</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Mark sent</source>
        <translation>Ist gesendet</translation>
    </message>
    <message>
        <source>no day set</source>
        <translation>ohne Termin</translation>
    </message>
    <message>
        <source>due {time}</source>
        <translation>fällig {time}</translation>
    </message>
</context>
<context>
    <name>EntryEditor</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>EquipmentField</name>
    <message>
        <source>Name or number, or scan the label</source>
        <translation>Name oder Nummer, oder Etikett scannen</translation>
    </message>
</context>
<context>
    <name>EquipmentSection</name>
    <message>
        <source>Equipment</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Name or number, or scan the label</source>
        <translation>Name oder Nummer, oder Etikett scannen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Add equipment</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>No equipment is listed yet. Add a piece, or bring in the list you have.</source>
        <translation>Noch ist kein Gerät erfasst. Fügen Sie eines hinzu oder übernehmen Sie die Liste, die Sie haben.</translation>
    </message>
    <message>
        <source>Bring in a sheet</source>
        <translation>Tabelle übernehmen</translation>
    </message>
    <message>
        <source>No equipment is listed yet.</source>
        <translation>Noch ist kein Gerät erfasst.</translation>
    </message>
    <message>
        <source>Asset number</source>
        <translation>Inventarnummer</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>UDI</source>
        <translation>UDI</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>That of the inventory. No two pieces have the same.</source>
        <translation>Die des Inventars. Jedes Gerät hat seine eigene.</translation>
    </message>
    <message>
        <source>As it stands on the label, or its first part (UDI-DI).</source>
        <translation>Wie auf dem Etikett, oder ihr erster Teil (UDI-DI).</translation>
    </message>
    <message>
        <source>Stands at</source>
        <translation>Steht in</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} von {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>No piece of equipment has this number.</source>
        <translation>Kein Gerät hat diese Nummer.</translation>
    </message>
    <message>
        <source>New equipment</source>
        <translation>Neues Gerät</translation>
    </message>
    <message>
        <source>{name} added.</source>
        <translation>{name} ist angelegt.</translation>
    </message>
    <message>
        <source>Equipment saved.</source>
        <translation>Gerät gespeichert.</translation>
    </message>
    <message>
        <source>{name} is offered again.</source>
        <translation>{name} steht wieder zur Wahl.</translation>
    </message>
    <message>
        <source>{name} is not offered any more.</source>
        <translation>{name} steht nicht mehr zur Wahl.</translation>
    </message>
</context>
<context>
    <name>ErasingPage</name>
    <message>
        <source>Who and why</source>
        <translation>Wer und warum</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Last question</source>
        <translation>Letzte Frage</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>Danach suchen</translation>
    </message>
    <message>
        <source>Erase for ever</source>
        <translation>Für immer löschen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Erase a person&apos;s data</source>
        <translation>Personendaten löschen</translation>
    </message>
    <message>
        <source>The erasing waits as you left it. Nothing is erased yet.</source>
        <translation>Die Löschung wartet, wie Sie sie verlassen haben. Noch ist nichts gelöscht.</translation>
    </message>
    <message>
        <source>It is being erased meanwhile.</source>
        <translation>Inzwischen wird gelöscht.</translation>
    </message>
    <message>
        <source>Back to the erasing</source>
        <translation>Zurück zur Löschung</translation>
    </message>
    <message>
        <source>Finish this one first, or press Discard.</source>
        <translation>Schließen Sie zuerst diese Löschung ab, oder drücken Sie Verwerfen.</translation>
    </message>
    <message>
        <source>Back to {step}</source>
        <translation>Zurück zu {step}</translation>
    </message>
    <message numerus="yes">
        <source>%n still to decide</source>
        <translation>
            <numerusform>%n noch zu entscheiden</numerusform>
            <numerusform>%n noch zu entscheiden</numerusform>
        </translation>
    </message>
    <message>
        <source>On to the last question</source>
        <translation>Weiter zur letzten Frage</translation>
    </message>
    <message>
        <source>This register can only be read here.</source>
        <translation>Dieses Register kann hier nur gelesen werden.</translation>
    </message>
    <message>
        <source>The incidents are being looked through.</source>
        <translation>Die Vorgänge werden durchgesehen.</translation>
    </message>
    <message>
        <source>It is still being erased. Closed now, some of it may stay.</source>
        <translation>Es wird noch gelöscht. Wird jetzt geschlossen, kann etwas davon stehen bleiben.</translation>
    </message>
    <message>
        <source>It is being erased.</source>
        <translation>Es wird gelöscht.</translation>
    </message>
    <message>
        <source>The new wording is not in the register yet. Closed now, it is lost and nothing is erased.</source>
        <translation>Der neue Wortlaut ist noch nicht im Register. Wird jetzt geschlossen, geht er verloren und nichts ist gelöscht.</translation>
    </message>
    <message>
        <source>These names stand nowhere. Write them as they are spelt there.</source>
        <translation>Diese Namen kommen nirgends vor. Schreiben Sie sie so, wie sie dort geschrieben sind.</translation>
    </message>
    <message>
        <source>This is your own entry on the list of people. Ask another administrator to erase it.</source>
        <translation>Das ist Ihr eigener Eintrag in der Personenliste. Bitten Sie jemand anderen aus der Verwaltung, ihn zu löschen.</translation>
    </message>
    <message>
        <source>Stopped. What was erased before that stays erased; what is left is looked for again.</source>
        <translation>Angehalten. Was bis dahin gelöscht wurde, bleibt gelöscht; nach dem Rest wird neu gesucht.</translation>
    </message>
</context>
<context>
    <name>FieldMenus</name>
    <message>
        <source>Go into a field of the form first; its history opens then.</source>
        <translation>Gehen Sie zuerst in ein Feld des Formulars; dann öffnet sich sein Verlauf.</translation>
    </message>
    <message>
        <source>History of this field</source>
        <translation>Verlauf dieses Feldes</translation>
    </message>
</context>
<context>
    <name>FieldPreview</name>
    <message>
        <source>So it looks in the form</source>
        <translation>So sieht es im Formular aus</translation>
    </message>
</context>
<context>
    <name>FieldsPart</name>
    <message>
        <source>{second} lies before {first}. One of the two is wrong.</source>
        <translation>{second} liegt vor {first}. Eine der beiden Angaben stimmt nicht.</translation>
    </message>
    <message>
        <source>By these answers it is an incident.</source>
        <translation>Nach diesen Antworten ist es ein Vorgang.</translation>
    </message>
    <message>
        <source>By these answers it is a request and no incident: nothing was interrupted. You decide.</source>
        <translation>Nach diesen Antworten ist es ein Anliegen und kein Vorgang: Nichts wurde unterbrochen. Sie entscheiden.</translation>
    </message>
    <message>
        <source>By these answers it is part of a problem: it comes again, or cannot be put right soon. You decide.</source>
        <translation>Nach diesen Antworten ist es Teil eines Problems: Es kommt wieder oder ist nicht bald zu beheben. Sie entscheiden.</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>Save as ...</source>
        <translation>Speichern unter ...</translation>
    </message>
    <message>
        <source>Take off ...</source>
        <translation>Entfernen ...</translation>
    </message>
    <message>
        <source>Why it is taken off</source>
        <translation>Warum sie entfernt wird</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Say why in a few words; the reason stands in the journal.</source>
        <translation>Nennen Sie kurz den Grund; er steht im Journal.</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Incidents</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Choose a file ...</source>
        <translation>Datei wählen ...</translation>
    </message>
    <message>
        <source>The sheet as it was read</source>
        <translation>Die Tabelle, wie sie gelesen wurde</translation>
    </message>
    <message>
        <source>usual today</source>
        <translation>heute üblich</translation>
    </message>
    <message>
        <source>usual today, by Excel</source>
        <translation>heute üblich, von Excel</translation>
    </message>
    <message>
        <source>“Unicode text” by Excel</source>
        <translation>„Unicode-Text“ von Excel</translation>
    </message>
    <message>
        <source>Letters are written as</source>
        <translation>Schreibweise der Buchstaben</translation>
    </message>
    <message>
        <source>Rows below the heading: {rows}. Columns: {columns}. What stands first is shown.</source>
        <translation>Zeilen unter der Überschrift: {rows}. Spalten: {columns}. Gezeigt ist der Anfang.</translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation>Komma ,</translation>
    </message>
    <message>
        <source>Or drop it here: a text file (csv), a sheet of Excel or LibreOffice (xlsx, ods, xls), or what Incident Desk itself wrote (jsonl).</source>
        <translation>Oder hier ablegen: eine Textdatei (csv), eine Tabelle aus Excel oder LibreOffice (xlsx, ods, xls), oder was Incident Desk selbst geschrieben hat (jsonl).</translation>
    </message>
    <message>
        <source>“Unicode text” without a mark</source>
        <translation>„Unicode-Text“ ohne Kennzeichen</translation>
    </message>
    <message>
        <source>“Unicode text” without a mark, turned round</source>
        <translation>„Unicode-Text“ ohne Kennzeichen, umgekehrt</translation>
    </message>
    <message>
        <source>Western Europe, older Windows programs</source>
        <translation>Westeuropa, ältere Windows-Programme</translation>
    </message>
    <message>
        <source>Western Europe, DOS programs</source>
        <translation>Westeuropa, DOS-Programme</translation>
    </message>
    <message>
        <source>Western Europe, older Macs</source>
        <translation>Westeuropa, ältere Macs</translation>
    </message>
    <message>
        <source>Central Europe, older Windows programs</source>
        <translation>Mitteleuropa, ältere Windows-Programme</translation>
    </message>
    <message>
        <source>Central Europe, other older programs</source>
        <translation>Mitteleuropa, andere ältere Programme</translation>
    </message>
    <message>
        <source>Cyrillic, older Windows programs</source>
        <translation>Kyrillisch, ältere Windows-Programme</translation>
    </message>
    <message>
        <source>Greek, older Windows programs</source>
        <translation>Griechisch, ältere Windows-Programme</translation>
    </message>
    <message>
        <source>Turkish, older Windows programs</source>
        <translation>Türkisch, ältere Windows-Programme</translation>
    </message>
    <message>
        <source>Japanese, older programs</source>
        <translation>Japanisch, ältere Programme</translation>
    </message>
    <message>
        <source>Chinese, older programs</source>
        <translation>Chinesisch, ältere Programme</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>Semikolon ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Upright stroke |</source>
        <translation>Senkrechter Strich |</translation>
    </message>
    <message>
        <source>What to bring in</source>
        <translation>Was übernommen wird</translation>
    </message>
    <message>
        <source>The rows of the sheet are</source>
        <translation>Die Zeilen der Tabelle sind</translation>
    </message>
    <message>
        <source>Between the columns stands</source>
        <translation>Zwischen den Spalten steht</translation>
    </message>
    <message>
        <source>Tab of the workbook</source>
        <translation>Blatt der Mappe</translation>
    </message>
    <message>
        <source>Choose a sheet</source>
        <translation>Tabelle wählen</translation>
    </message>
    <message>
        <source>Another file ...</source>
        <translation>Andere Datei ...</translation>
    </message>
</context>
<context>
    <name>FilesTab</name>
    <message>
        <source>Attach ...</source>
        <translation>Anhängen ...</translation>
    </message>
    <message>
        <source>No file yet. A picture of what happened helps everybody.</source>
        <translation>Noch keine Datei. Ein Bild vom Geschehen hilft allen.</translation>
    </message>
    <message>
        <source>Attached: {name}.</source>
        <translation>Angehängt: {name}.</translation>
    </message>
    <message>
        <source>A file is still being attached. Closed now, it may be missing.</source>
        <translation>Eine Datei wird noch angehängt. Wird jetzt geschlossen, fehlt sie womöglich.</translation>
    </message>
    <message>
        <source>Picture {number}.png</source>
        <translation>Bild {number}.png</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Save a copy as</source>
        <translation>Kopie speichern unter</translation>
    </message>
    <message>
        <source>{name} is still being saved. Closed now, the file may be missing.</source>
        <translation>{name} wird noch gespeichert. Wird jetzt geschlossen, fehlt die Datei womöglich.</translation>
    </message>
    <message>
        <source>Saved: {name}.</source>
        <translation>Gespeichert: {name}.</translation>
    </message>
    <message>
        <source>Taken off: {name}.</source>
        <translation>Entfernt: {name}.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All departments</source>
        <translation>Alle Abteilungen</translation>
    </message>
    <message>
        <source>Responsible: anyone</source>
        <translation>Verantwortlich: alle</translation>
    </message>
    <message>
        <source>Priority: all</source>
        <translation>Priorität: alle</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Measures to check</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation>Was zuerst kommt</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>From an old list</source>
        <translation>Aus einer alten Liste</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} oder {other}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Last 14 days</source>
        <translation>Letzte 14 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Filter: words, or  priority: high   place: Ward 3   opened: this month</source>
        <translation>Filter: Wörter oder  Priorität: hoch   Ort: Station 3   Eröffnet: diesen Monat</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
</context>
<context>
    <name>FilterPill</name>
    <message>
        <source>Filter in use. Delete takes it away.</source>
        <translation>Filter ist aktiv. Entf nimmt ihn weg.</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>How it works</source>
        <translation>So geht es</translation>
    </message>
    <message>
        <source>One file holds everything</source>
        <translation>Eine Datei enthält alles</translation>
    </message>
    <message>
        <source>Reports, files and the journal. It works without a network.</source>
        <translation>Meldungen, Dateien und das Journal. Ein Netzwerk ist nicht nötig.</translation>
    </message>
    <message>
        <source>You can report at once</source>
        <translation>Melden geht sofort</translation>
    </message>
    <message>
        <source>Categories, places and questions come with the kind of place you choose.</source>
        <translation>Kategorien, Orte und Fragen sind je nach Art der Einrichtung schon da.</translation>
    </message>
    <message>
        <source>Add colleagues when you like</source>
        <translation>Kolleginnen und Kollegen später eintragen</translation>
    </message>
    <message>
        <source>In Settings, each with what they may do and a password of their own.</source>
        <translation>In den Einstellungen, jede Person mit ihren Rechten und einem eigenen Kennwort.</translation>
    </message>
    <message>
        <source>A register is one file</source>
        <translation>Ein Register ist eine Datei</translation>
    </message>
    <message>
        <source>Its name ends in .register. It may lie on this PC or on a disk you carry.</source>
        <translation>Ihr Name endet auf .register. Sie kann auf diesem PC oder einem tragbaren Datenträger liegen.</translation>
    </message>
    <message>
        <source>Several PCs, one register</source>
        <translation>Mehrere PCs, ein Register</translation>
    </message>
    <message>
        <source>Then it lies on a server, and everybody opens it by its address.</source>
        <translation>Dann liegt es auf einem Server, und alle öffnen es über seine Adresse.</translation>
    </message>
    <message>
        <source>It is made on this PC</source>
        <translation>Es entsteht auf diesem PC</translation>
    </message>
    <message>
        <source>In the folder of the program&apos;s own data. Nothing is fetched.</source>
        <translation>Im Ordner des Programms für seine eigenen Daten. Nichts wird aus dem Netz geholt.</translation>
    </message>
    <message>
        <source>It stays as you leave it</source>
        <translation>Es bleibt, wie Sie es verlassen</translation>
    </message>
    <message>
        <source>The next time it opens where you were.</source>
        <translation>Beim nächsten Mal geht es dort weiter.</translation>
    </message>
    <message>
        <source>Your own register comes later</source>
        <translation>Das eigene Register kommt später</translation>
    </message>
    <message>
        <source>A click on the register&apos;s name, at the upper left, leads back here.</source>
        <translation>Ein Klick auf den Namen des Registers oben links führt hierher zurück.</translation>
    </message>
    <message>
        <source>Nothing is deleted</source>
        <translation>Nichts wird gelöscht</translation>
    </message>
    <message>
        <source>The file stays where it is and as it is, whatever you choose.</source>
        <translation>Die Datei bleibt, wo und wie sie ist, was auch immer Sie wählen.</translation>
    </message>
    <message>
        <source>A backup is a whole register</source>
        <translation>Eine Sicherung ist ein ganzes Register</translation>
    </message>
    <message>
        <source>Each was checked when it was written, and is checked again here.</source>
        <translation>Jede wurde beim Schreiben geprüft und wird hier erneut geprüft.</translation>
    </message>
    <message>
        <source>Moved here</source>
        <translation>Hierher umgezogen</translation>
    </message>
    <message>
        <source>Nobody works in the file on the other PC any more. The journal goes on here.</source>
        <translation>Auf dem anderen PC arbeitet niemand mehr in der Datei. Das Journal geht hier weiter.</translation>
    </message>
    <message>
        <source>Only read</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>A copy to look at. The register itself is worked in on the other PC.</source>
        <translation>Eine Kopie zum Ansehen. Im Register selbst wird auf dem anderen PC gearbeitet.</translation>
    </message>
    <message>
        <source>A new register</source>
        <translation>Ein neues Register</translation>
    </message>
    <message>
        <source>It begins with all that is in this one and goes its own way. Its journal says so.</source>
        <translation>Es beginnt mit allem, was in diesem steht, und geht seinen eigenen Weg. Das steht in seinem Journal.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Sicherung wählen</translation>
    </message>
    <message>
        <source>You see what it holds and what would be missing.</source>
        <translation>Sie sehen, was sie enthält und was fehlen würde.</translation>
    </message>
    <message>
        <source>It becomes a new file</source>
        <translation>Daraus wird eine neue Datei</translation>
    </message>
    <message>
        <source>The old one stays beside it, untouched.</source>
        <translation>Die alte bleibt unverändert daneben liegen.</translation>
    </message>
    <message>
        <source>The journal says so</source>
        <translation>Im Journal steht es</translation>
    </message>
    <message>
        <source>Which backup, what was lost and why. Numbers go on above the last one given.</source>
        <translation>Welche Sicherung, was verloren ging und warum. Neue Nummern beginnen über der letzten vergebenen.</translation>
    </message>
    <message>
        <source>The passphrase opens the file</source>
        <translation>Die Passphrase öffnet die Datei</translation>
    </message>
    <message>
        <source>It is kept nowhere, so it is asked for each time the program starts.</source>
        <translation>Sie wird nirgends aufbewahrt, darum wird bei jedem Programmstart nach ihr gefragt.</translation>
    </message>
    <message>
        <source>The recovery key is on paper</source>
        <translation>Der Wiederherstellungsschlüssel steht auf Papier</translation>
    </message>
    <message>
        <source>Whoever set the passphrase printed it and locked it away.</source>
        <translation>Wer die Passphrase festgelegt hat, hat ihn gedruckt und weggeschlossen.</translation>
    </message>
    <message>
        <source>Backups are protected too</source>
        <translation>Auch Sicherungen sind geschützt</translation>
    </message>
    <message>
        <source>Each opens with the passphrase that held when it was made.</source>
        <translation>Jede öffnet sich mit der Passphrase, die galt, als sie entstand.</translation>
    </message>
</context>
<context>
    <name>FormCell</name>
    <message>
        <source>What stood here was erased.</source>
        <translation>Was hier stand, wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>FormPopover</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>needed to go on</source>
        <translation>für den nächsten Schritt nötig</translation>
    </message>
    <message>
        <source>Not stated yet</source>
        <translation>Noch nicht angegeben</translation>
    </message>
</context>
<context>
    <name>FoundStep</name>
    <message>
        <source>What was found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>As it stands now</source>
        <translation>So steht es jetzt da</translation>
    </message>
    <message>
        <source>How it may stand</source>
        <translation>So darf es stehen</translation>
    </message>
    <message>
        <source>Take this wording ({keys})</source>
        <translation>Diesen Wortlaut übernehmen ({keys})</translation>
    </message>
    <message>
        <source>Keep the file</source>
        <translation>Datei behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n still to decide.</source>
        <translation>
            <numerusform>%n ist noch zu entscheiden.</numerusform>
            <numerusform>%n sind noch zu entscheiden.</numerusform>
        </translation>
    </message>
    <message>
        <source>All is decided. Go on when you are sure.</source>
        <translation>Alles ist entschieden. Gehen Sie weiter, wenn Sie sicher sind.</translation>
    </message>
    <message>
        <source>goes with the file</source>
        <translation>entfällt mit der Datei</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>zu entscheiden</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>goes as a whole</source>
        <translation>entfällt ganz</translation>
    </message>
    <message>
        <source>worded anew</source>
        <translation>neu geschrieben</translation>
    </message>
    <message>
        <source>{number}: {where}</source>
        <translation>{number}: {where}</translation>
    </message>
    <message>
        <source>Erase the file</source>
        <translation>Datei löschen</translation>
    </message>
    <message>
        <source>Erase it as a whole</source>
        <translation>Ganz löschen</translation>
    </message>
    <message>
        <source>A name stands in its name, its note or its content.</source>
        <translation>Ein Name steht im Dateinamen, in der Notiz oder im Inhalt.</translation>
    </message>
    <message>
        <source>No name was found in it. Look into it yourself: a name inside a picture is not found.</source>
        <translation>Darin wurde kein Name gefunden. Sehen Sie selbst hinein: Ein Name in einem Bild wird nicht gefunden.</translation>
    </message>
    <message>
        <source>This can only go as a whole.</source>
        <translation>Das kann nur als Ganzes entfallen.</translation>
    </message>
    <message>
        <source>The name stands here in other letters, so write the text anew yourself.</source>
        <translation>Der Name steht hier in anderer Schreibweise, schreiben Sie den Text also selbst neu.</translation>
    </message>
    <message>
        <source>A title cannot be empty: write one that names nobody.</source>
        <translation>Ein Titel kann nicht leer sein: Schreiben Sie einen, der niemanden nennt.</translation>
    </message>
</context>
<context>
    <name>Glance</name>
    <message>
        <source>Found while typing</source>
        <translation>Beim Tippen gefunden</translation>
    </message>
    <message>
        <source>For example: {examples}</source>
        <translation>Zum Beispiel: {examples}</translation>
    </message>
    <message>
        <source>Type a number, a word, a person or a place.</source>
        <translation>Geben Sie eine Nummer, ein Wort, eine Person oder einen Ort ein.</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Try fewer words, or the beginning of one.</source>
        <translation>Versuchen Sie weniger Wörter oder den Anfang eines Worts.</translation>
    </message>
    <message>
        <source>Nothing holds all of these words.</source>
        <translation>Nirgends kommen alle diese Wörter vor.</translation>
    </message>
    <message>
        <source>with everything inside</source>
        <translation>mit allem darin</translation>
    </message>
    <message>
        <source>responsible, reporter or owner of an action</source>
        <translation>verantwortlich, gemeldet oder zuständig für eine Maßnahme</translation>
    </message>
    <message>
        <source>All records of {name}</source>
        <translation>Alle Vorgänge von {name}</translation>
    </message>
    <message>
        <source>All records found: more than {count}</source>
        <translation>Alle gefundenen Vorgänge: mehr als {count}</translation>
    </message>
    <message>
        <source>All records found: {count}</source>
        <translation>Alle gefundenen Vorgänge: {count}</translation>
    </message>
</context>
<context>
    <name>GuidedMove</name>
    <message>
        <source>Move {number}</source>
        <translation>{number} verschieben</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why does it go back?</source>
        <translation>Warum geht es zurück?</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Nichts fehlt</translation>
    </message>
    <message numerus="yes">
        <source>%n things are missing</source>
        <translation>
            <numerusform>%n Angabe fehlt</numerusform>
            <numerusform>%n Angaben fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>This will be entry {number} of the journal</source>
        <translation>Dies wird Eintrag {number} im Journal</translation>
    </message>
    <message>
        <source>Move card</source>
        <translation>Karte verschieben</translation>
    </message>
    <message>
        <source>Move anyway ...</source>
        <translation>Trotzdem weiter ...</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücklegen</translation>
    </message>
</context>
<context>
    <name>HandOut</name>
    <message>
        <source>Hand out</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>the columns of the table</source>
        <translation>die Spalten der Tabelle</translation>
    </message>
    <message>
        <source>complete records, every field</source>
        <translation>ganze Vorgänge, alle Felder</translation>
    </message>
    <message>
        <source>Choose where ...</source>
        <translation>Ablageort wählen ...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sheet for Excel or LibreOffice (xlsx)</source>
        <translation>Tabelle für Excel oder LibreOffice (xlsx)</translation>
    </message>
    <message>
        <source>Sheet as text (csv)</source>
        <translation>Tabelle als Text (csv)</translation>
    </message>
    <message>
        <source>Complete records for other programs (jsonl)</source>
        <translation>Ganze Vorgänge für andere Programme (jsonl)</translation>
    </message>
    <message>
        <source>Due dates for a calendar (ics)</source>
        <translation>Fälligkeiten für einen Kalender (ics)</translation>
    </message>
    <message>
        <source>all {count} of the table</source>
        <translation>alle {count} der Tabelle</translation>
    </message>
    <message>
        <source>all that the filter lets through</source>
        <translation>alle, die der Filter durchlässt</translation>
    </message>
    <message>
        <source>only the {count} chosen</source>
        <translation>nur die {count} gewählten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Which incidents</source>
        <translation>Welche Vorgänge</translation>
    </message>
    <message>
        <source>Names of people are in it. Give it only to those who may know them.</source>
        <translation>Namen von Personen stehen darin. Geben Sie es nur denen, die sie kennen dürfen.</translation>
    </message>
    <message>
        <source>To work on in a spreadsheet program. What is changed there can be brought in.</source>
        <translation>Zum Weiterarbeiten in einer Tabellenrechnung. Was dort geändert wird, lässt sich wieder übernehmen.</translation>
    </message>
    <message>
        <source>Plain text that every program for tables opens. It can be brought in again.</source>
        <translation>Reiner Text, den jedes Programm für Tabellen öffnet. Er lässt sich wieder übernehmen.</translation>
    </message>
    <message>
        <source>For another program or an archive: every field and every list of an incident.</source>
        <translation>Für ein anderes Programm oder ein Archiv: jedes Feld und jede Liste eines Vorgangs.</translation>
    </message>
    <message>
        <source>For Outlook and other calendars. It does not follow later changes.</source>
        <translation>Für Outlook und andere Kalender. Späteren Änderungen folgt es nicht.</translation>
    </message>
    <message>
        <source>The file is being written ...</source>
        <translation>Die Datei wird geschrieben ...</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>incidents from the report to the signed paper</source>
        <translation>von der Meldung bis zum unterschriebenen Papier</translation>
    </message>
    <message>
        <source>Back to {register}</source>
        <translation>Zurück zu {register}</translation>
    </message>
</context>
<context>
    <name>HeadWatch</name>
    <message>
        <source>{what} Ask whether an old copy was put back before you go on.</source>
        <translation>{what} Fragen Sie nach, ob eine alte Kopie zurückgelegt wurde, bevor Sie weiterarbeiten.</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Alles prüfen</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>First page of the help</source>
        <translation>Erste Seite der Hilfe</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Hilfe schließen</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Records found</source>
        <translation>Gefundene Vorgänge</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Bring in a sheet</source>
        <translation>Tabelle übernehmen</translation>
    </message>
    <message>
        <source>The sheet waits as you left it. Nothing of it is in the register yet.</source>
        <translation>Die Tabelle wartet, wie Sie sie verlassen haben. Im Register ist noch nichts davon.</translation>
    </message>
    <message>
        <source>The sheet is being brought in meanwhile.</source>
        <translation>Die Tabelle wird inzwischen übernommen.</translation>
    </message>
    <message>
        <source>Back to the sheet</source>
        <translation>Zurück zur Tabelle</translation>
    </message>
    <message>
        <source>The rows are still being brought in. Closed now, none of them comes in.</source>
        <translation>Die Zeilen werden noch übernommen. Wird jetzt geschlossen, kommt keine herein.</translation>
    </message>
    <message>
        <source>Back to {step}</source>
        <translation>Zurück zu {step}</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n changes</source>
        <translation>
            <numerusform>%n Änderung übernehmen</numerusform>
            <numerusform>%n Änderungen übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to bring in</source>
        <translation>Nichts zu übernehmen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n incidents</source>
        <translation>
            <numerusform>%n Vorgang übernehmen</numerusform>
            <numerusform>%n Vorgänge übernehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n people</source>
        <translation>
            <numerusform>%n Person übernehmen</numerusform>
            <numerusform>%n Personen übernehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n places</source>
        <translation>
            <numerusform>%n Ort übernehmen</numerusform>
            <numerusform>%n Orte übernehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n pieces of equipment</source>
        <translation>
            <numerusform>%n Gerät übernehmen</numerusform>
            <numerusform>%n Geräte übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>The sheet is being read ...</source>
        <translation>Die Tabelle wird gelesen ...</translation>
    </message>
    <message>
        <source>The rows are being looked at ...</source>
        <translation>Die Zeilen werden angesehen ...</translation>
    </message>
    <message>
        <source>The rows are being brought in: all of them or none ...</source>
        <translation>Die Zeilen werden übernommen: alle oder keine ...</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
</context>
<context>
    <name>ImportedPart</name>
    <message numerus="yes">
        <source>Show %n more cells of the row</source>
        <translation>
            <numerusform>%n weitere Zelle der Zeile zeigen</numerusform>
            <numerusform>%n weitere Zellen der Zeile zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>{name} is still being saved. Closed now, the file may be missing.</source>
        <translation>{name} wird noch gespeichert. Wird jetzt geschlossen, fehlt die Datei womöglich.</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>No report is waiting.</source>
        <translation>Keine Meldung wartet.</translation>
    </message>
    <message>
        <source>Go to the board</source>
        <translation>Zur Tafel</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>The newest {shown} of {count}. The others follow as these are decided.</source>
        <translation>Die neuesten {shown} von {count}. Die übrigen folgen, sobald über diese entschieden ist.</translation>
    </message>
</context>
<context>
    <name>IncidentHead</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Print record</source>
        <translation>Akte drucken</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>nobody responsible yet</source>
        <translation>noch niemand verantwortlich</translation>
    </message>
    <message>
        <source>title made from the text</source>
        <translation>Titel aus dem Text gebildet</translation>
    </message>
    <message>
        <source>decided in step 3</source>
        <translation>wird in Schritt 3 entschieden</translation>
    </message>
    <message>
        <source>chosen with a reason</source>
        <translation>mit Grund gewählt</translation>
    </message>
    <message>
        <source>concluded {time}</source>
        <translation>abgeschlossen {time}</translation>
    </message>
    <message>
        <source>open {time}</source>
        <translation>seit {time} offen</translation>
    </message>
    <message>
        <source>imported, steps not recorded</source>
        <translation>übernommen, Schritte nicht dokumentiert</translation>
    </message>
    <message>
        <source>signed and locked</source>
        <translation>unterschrieben und gesperrt</translation>
    </message>
</context>
<context>
    <name>IncidentPage</name>
    <message>
        <source>Incident</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Messages {count}</source>
        <translation>Mitteilungen {count}</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Files {count}</source>
        <translation>Dateien {count}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>IncidentPresenter</name>
    <message>
        <source>A change of this incident is still being saved. Closed now, it is lost.</source>
        <translation>Eine Änderung an diesem Vorgang wird noch gespeichert. Wird jetzt geschlossen, geht sie verloren.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>There is nothing of yours to take back on this record.</source>
        <translation>In diesem Vorgang gibt es nichts von Ihnen zurückzunehmen.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>InsightPanel</name>
    <message>
        <source>Nothing to count in these months.</source>
        <translation>In diesen Monaten gibt es nichts zu zählen.</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>wird gezeigt</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>wird nicht gezeigt</translation>
    </message>
    <message>
        <source>Open a problem ...</source>
        <translation>Problem anlegen ...</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message numerus="yes">
        <source>The last %n months</source>
        <translation>
            <numerusform>Der letzte %n Monat</numerusform>
            <numerusform>Die letzten %n Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
</context>
<context>
    <name>ItemColumns</name>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>Aufgehoben</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Eingehalten</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Läuft weiter</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>New: {one}</source>
        <translation>Neu: {one}</translation>
    </message>
    <message>
        <source>Change: {one}</source>
        <translation>Ändern: {one}</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>{label}: from {old} to {new}</source>
        <translation>{label}: von {old} auf {new}</translation>
    </message>
    <message>
        <source>{label}: {old}, taken away</source>
        <translation>{label}: {old}, entfernt</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Grund: {reason}</translation>
    </message>
</context>
<context>
    <name>JournalBar</name>
    <message>
        <source>Find in the journal</source>
        <translation>Im Journal suchen</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>All entries</source>
        <translation>Alle Einträge</translation>
    </message>
    <message>
        <source>Who wrote</source>
        <translation>Wer geschrieben hat</translation>
    </message>
    <message>
        <source>What kind of entry</source>
        <translation>Art des Eintrags</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Steps and decisions</source>
        <translation>Schritte und Entscheidungen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Unterschriften</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Who printed it</source>
        <translation>Wer es gedruckt hat</translation>
    </message>
</context>
<context>
    <name>JournalMenu</name>
    <message>
        <source>Entry {position}</source>
        <translation>Eintrag {position}</translation>
    </message>
    <message>
        <source>Show the record as of here</source>
        <translation>Den Vorgang mit diesem Stand zeigen</translation>
    </message>
    <message>
        <source>Compare the two entries</source>
        <translation>Die beiden Einträge vergleichen</translation>
    </message>
    <message>
        <source>Compare with the entry before</source>
        <translation>Mit dem Eintrag davor vergleichen</translation>
    </message>
    <message>
        <source>Compare with now</source>
        <translation>Mit jetzt vergleichen</translation>
    </message>
    <message>
        <source>History of {field}</source>
        <translation>Verlauf von {field}</translation>
    </message>
</context>
<context>
    <name>JournalTab</name>
    <message>
        <source>Show all entries</source>
        <translation>Alle Einträge zeigen</translation>
    </message>
    <message>
        <source>Look further back</source>
        <translation>Weiter zurück suchen</translation>
    </message>
    <message>
        <source>As of here</source>
        <translation>Stand bis hier</translation>
    </message>
    <message>
        <source>Add a note for the journal</source>
        <translation>Notiz für das Journal schreiben</translation>
    </message>
    <message>
        <source>Note for the journal</source>
        <translation>Notiz für das Journal</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Notieren</translation>
    </message>
    <message>
        <source>Entry {position}, the chain is being checked</source>
        <translation>Eintrag {position}, die Kette wird geprüft</translation>
    </message>
    <message>
        <source>No entry fits. Take a filter away, or look for another word.</source>
        <translation>Kein Eintrag passt. Nehmen Sie einen Filter weg oder suchen Sie ein anderes Wort.</translation>
    </message>
    <message>
        <source>Compare the two</source>
        <translation>Die beiden vergleichen</translation>
    </message>
    <message>
        <source>Compare with now</source>
        <translation>Mit jetzt vergleichen</translation>
    </message>
    <message>
        <source>Entry {position}, chain unbroken since the first report</source>
        <translation>Eintrag {position}, lückenlos seit der ersten Meldung</translation>
    </message>
    <message>
        <source>Something in this record was changed behind the program. Ask for a full check.</source>
        <translation>An diesem Vorgang wurde etwas am Programm vorbei geändert. Lassen Sie alles prüfen.</translation>
    </message>
</context>
<context>
    <name>JournalView</name>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>The draft cannot be kept on this disk. Save the change now.</source>
        <translation>Der Entwurf lässt sich auf diesem Datenträger nicht aufbewahren. Speichern Sie die Änderung jetzt.</translation>
    </message>
</context>
<context>
    <name>KeptColumns</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Columns ...</source>
        <translation>Spalten ...</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message>
        <source>Sort upwards</source>
        <translation>Aufsteigend ordnen</translation>
    </message>
    <message>
        <source>Sort downwards</source>
        <translation>Absteigend ordnen</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>Diese Spalte verbergen</translation>
    </message>
</context>
<context>
    <name>KeptStart</name>
    <message>
        <source>The draft cannot be kept on this disk.</source>
        <translation>Der Entwurf lässt sich auf diesem Datenträger nicht aufbewahren.</translation>
    </message>
</context>
<context>
    <name>KeyCaps</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
</context>
<context>
    <name>Knowing</name>
    <message>
        <source>This incident belongs to:</source>
        <translation>Dieser Vorgang gehört zu:</translation>
    </message>
    <message numerus="yes">
        <source>%n lessons apply here:</source>
        <translation>
            <numerusform>%n Lehre passt hier:</numerusform>
            <numerusform>%n Lehren passen hier:</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} incidents with the same equipment within {days} days.</source>
        <translation>{count} Vorgänge mit demselben Gerät binnen {days} Tagen.</translation>
    </message>
    <message>
        <source>{count} incidents of the same category at this place within {days} days.</source>
        <translation>{count} Vorgänge derselben Kategorie an diesem Ort binnen {days} Tagen.</translation>
    </message>
    <message>
        <source>Open a problem</source>
        <translation>Problem anlegen</translation>
    </message>
    <message>
        <source>It takes in {numbers}. Each can be taken out again.</source>
        <translation>Es nimmt {numbers} auf. Jeder kann wieder herausgenommen werden.</translation>
    </message>
    <message>
        <source>Make the lesson an article</source>
        <translation>Aus der Lehre einen Artikel machen</translation>
    </message>
    <message>
        <source>The lesson of this incident can help others.</source>
        <translation>Die Lehre aus diesem Vorgang kann anderen helfen.</translation>
    </message>
    <message>
        <source>Open a problem from this ...</source>
        <translation>Problem daraus anlegen ...</translation>
    </message>
    <message>
        <source>Part of a problem ...</source>
        <translation>Teil eines Problems ...</translation>
    </message>
    <message>
        <source>Suggest an improvement from this ...</source>
        <translation>Verbesserung daraus vorschlagen ...</translation>
    </message>
    <message>
        <source>Record a hazard from this ...</source>
        <translation>Gefährdung daraus eintragen ...</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>No other problem is open. Open one from this incident.</source>
        <translation>Kein anderes Problem ist offen. Legen Sie eines aus diesem Vorgang an.</translation>
    </message>
    <message>
        <source>Both journals tell of it. The incident itself stays as it is.</source>
        <translation>Beide Journale sagen es. Der Vorgang selbst bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Part of a problem</source>
        <translation>Teil eines Problems</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Linked to {number}.</source>
        <translation>Verknüpft mit {number}.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>KnowledgePage</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Find in what incidents taught</source>
        <translation>Finden, was Vorgänge lehrten</translation>
    </message>
    <message>
        <source>Concluded too</source>
        <translation>Auch Abgeschlossenes</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Nothing holds all of these words. Try fewer words.</source>
        <translation>Nichts enthält alle diese Wörter. Versuchen Sie es mit weniger.</translation>
    </message>
    <message>
        <source>None yet. Press New, or open one from the menu More of an incident.</source>
        <translation>Noch keine. Drücken Sie Neu, oder legen Sie eine im Menü Mehr eines Vorgangs an.</translation>
    </message>
    <message>
        <source>Nothing yet. Press New, or open a problem from the menu More of an incident.</source>
        <translation>Noch nichts. Drücken Sie Neu, oder legen Sie im Menü Mehr eines Vorgangs ein Problem an.</translation>
    </message>
    <message numerus="yes">
        <source>%n incidents</source>
        <translation>
            <numerusform>%n Vorgang</numerusform>
            <numerusform>%n Vorgänge</numerusform>
        </translation>
    </message>
    <message>
        <source>was due {day}</source>
        <translation>war fällig am {day}</translation>
    </message>
</context>
<context>
    <name>LastEnd</name>
    <message>
        <source>What was saved is being looked through; you can work meanwhile.</source>
        <translation>Was gespeichert war, wird durchgesehen; Sie können inzwischen arbeiten.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time.</source>
        <translation>Das Programm wurde beim letzten Mal unerwartet beendet.</translation>
    </message>
    <message>
        <source>The register was looked through up to entry {count}: what was saved is there and holds.</source>
        <translation>Das Register wurde bis Eintrag {count} durchgesehen: Was gespeichert war, ist da und stimmt.</translation>
    </message>
    <message>
        <source>The register could not be looked through now. Check it when it can be reached.</source>
        <translation>Das Register konnte gerade nicht durchgesehen werden. Prüfen Sie es, sobald es erreichbar ist.</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Alles prüfen</translation>
    </message>
    <message>
        <source>What you were typing is kept:</source>
        <translation>Was Sie geschrieben haben, ist noch da:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>a report that was not sent</source>
        <translation>eine nicht abgeschickte Meldung</translation>
    </message>
    <message>
        <source>an entry in the settings</source>
        <translation>ein Eintrag in den Einstellungen</translation>
    </message>
</context>
<context>
    <name>LastStep</name>
    <message>
        <source>Is all of this to go?</source>
        <translation>Soll all das entfallen?</translation>
    </message>
    <message>
        <source>The old wording is gone for ever, from the history of the record too, and nobody can bring it back. Papers that were printed and backups still hold it.</source>
        <translation>Der alte Wortlaut ist für immer weg, auch aus dem Verlauf des Vorgangs, und niemand kann ihn zurückholen. Gedruckte Papiere und Sicherungen enthalten ihn noch.</translation>
    </message>
    <message>
        <source>Every text, name and file of {number} goes. Figures, dates and codes stay.</source>
        <translation>Jeder Text, Name und jede Datei von {number} entfällt. Zahlen, Daten und Kürzel bleiben.</translation>
    </message>
    <message>
        <source>Looked for: {names}</source>
        <translation>Gesucht: {names}</translation>
    </message>
    <message numerus="yes">
        <source>In %n incidents:</source>
        <translation>
            <numerusform>In %n Vorgang:</numerusform>
            <numerusform>In %n Vorgängen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts are written anew.</source>
        <translation>
            <numerusform>%n Text wird neu geschrieben.</numerusform>
            <numerusform>%n Texte werden neu geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts go as a whole.</source>
        <translation>
            <numerusform>%n Text entfällt ganz.</numerusform>
            <numerusform>%n Texte entfallen ganz.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files go.</source>
        <translation>
            <numerusform>%n Datei entfällt.</numerusform>
            <numerusform>%n Dateien entfallen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} goes off the list of people, with job, phone and password, and cannot sign in any more.</source>
        <translation>{name} wird mit Beruf, Telefon und Passwort aus der Personenliste gelöscht und kann sich nicht mehr anmelden.</translation>
    </message>
</context>
<context>
    <name>Lately</name>
    <message>
        <source>lately on this PC</source>
        <translation>zuletzt an diesem PC</translation>
    </message>
</context>
<context>
    <name>LimitsSection</name>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>More than the limit is said on the board and when a card arrives. Nobody is stopped by it.</source>
        <translation>Mehr als die Grenze wird auf der Tafel gesagt und wenn eine Karte ankommt. Aufgehalten wird niemand.</translation>
    </message>
    <message>
        <source>Hours that each team has in a week for incidents. A team is a department on the list of people.</source>
        <translation>Stunden, die jedes Team in einer Woche für Vorgänge hat. Ein Team ist eine Abteilung in der Liste der Personen.</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Eine Person</translation>
    </message>
    <message>
        <source>incidents at most</source>
        <translation>Vorgänge höchstens</translation>
    </message>
    <message>
        <source>hours a week</source>
        <translation>Stunden in der Woche</translation>
    </message>
    <message>
        <source>Write a whole number from 1 to {most}, or leave it empty for no limit.</source>
        <translation>Schreiben Sie eine ganze Zahl von 1 bis {most}, oder lassen Sie es für keine Grenze leer.</translation>
    </message>
    <message>
        <source>Limits saved.</source>
        <translation>Grenzen gespeichert.</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>That would be {length} characters; {limit} fit here. The text is as it was before.</source>
        <translation>Das wären {length} Zeichen, Platz ist für {limit}. Der Text ist wie zuvor.</translation>
    </message>
</context>
<context>
    <name>LinkedIncident</name>
    <message>
        <source>Take {number} out</source>
        <translation>{number} herausnehmen</translation>
    </message>
</context>
<context>
    <name>ListFilters</name>
    <message>
        <source>anyone</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>Art des Vorgangs</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Opened from</source>
        <translation>Eröffnet ab</translation>
    </message>
    <message>
        <source>Opened until</source>
        <translation>Eröffnet bis</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Verantwortlich</translation>
    </message>
</context>
<context>
    <name>ListPart</name>
    <message>
        <source>Taken off: {one}.</source>
        <translation>Entfernt: {one}.</translation>
    </message>
    <message>
        <source>found out: line breaks, semicolons, numbers</source>
        <translation>wie es aussieht: Zeilenumbrüche, Semikolons, Nummern</translation>
    </message>
    <message>
        <source>line breaks</source>
        <translation>Zeilenumbrüche</translation>
    </message>
    <message>
        <source>semicolons ;</source>
        <translation>Semikolons ;</translation>
    </message>
    <message>
        <source>commas ,</source>
        <translation>Kommas ,</translation>
    </message>
    <message>
        <source>nothing: the cell is one line</source>
        <translation>nichts: die Zelle ist ein Eintrag</translation>
    </message>
    <message>
        <source>The lines of a cell are parted by</source>
        <translation>Die Einträge einer Zelle trennt</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Add a person</source>
        <translation>Person eintragen</translation>
    </message>
    <message>
        <source>Nobody is named yet. Who was affected, who saw it?</source>
        <translation>Noch niemand eingetragen. Wer war betroffen, wer hat es gesehen?</translation>
    </message>
    <message>
        <source>Ask back</source>
        <translation>Rückfrage stellen</translation>
    </message>
    <message>
        <source>No question was asked back.</source>
        <translation>Noch keine Rückfrage.</translation>
    </message>
    <message>
        <source>Answer ...</source>
        <translation>Antwort ...</translation>
    </message>
    <message>
        <source>Answer: {name}</source>
        <translation>Antwort: {name}</translation>
    </message>
    <message>
        <source>Add who was hurt</source>
        <translation>Verletzte Person eintragen</translation>
    </message>
    <message>
        <source>Nobody is written down as hurt.</source>
        <translation>Es ist niemand als verletzt eingetragen.</translation>
    </message>
    <message>
        <source>Add a lot</source>
        <translation>Charge eintragen</translation>
    </message>
    <message>
        <source>No lot or piece is written down.</source>
        <translation>Keine Charge und kein Stück ist eingetragen.</translation>
    </message>
    <message>
        <source>Decided ...</source>
        <translation>Entschieden ...</translation>
    </message>
    <message>
        <source>Decided: {name}</source>
        <translation>Entschieden: {name}</translation>
    </message>
    <message>
        <source>Add a conversation</source>
        <translation>Gespräch eintragen</translation>
    </message>
    <message>
        <source>Nobody who was harmed was spoken with yet.</source>
        <translation>Mit Betroffenen wurde noch nicht gesprochen.</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>Ereignis eintragen</translation>
    </message>
    <message>
        <source>No event yet. What happened first, what then?</source>
        <translation>Noch kein Ereignis. Was geschah zuerst, was dann?</translation>
    </message>
    <message>
        <source>Add a factor</source>
        <translation>Einfluss eintragen</translation>
    </message>
    <message>
        <source>No factor yet. What made it likely or worse?</source>
        <translation>Noch kein Einfluss. Was machte es wahrscheinlich oder schlimmer?</translation>
    </message>
    <message>
        <source>Add a decision</source>
        <translation>Entscheidung eintragen</translation>
    </message>
    <message>
        <source>No decision is written down.</source>
        <translation>Keine Entscheidung ist eingetragen.</translation>
    </message>
    <message>
        <source>Add an absence</source>
        <translation>Ausfallzeit eintragen</translation>
    </message>
    <message>
        <source>Nobody was away or restricted.</source>
        <translation>Niemand war arbeitsunfähig oder eingeschränkt.</translation>
    </message>
    <message>
        <source>Give a role</source>
        <translation>Aufgabe geben</translation>
    </message>
    <message>
        <source>Nobody has a role yet. Who leads, who writes down?</source>
        <translation>Noch hat niemand eine Aufgabe. Wer leitet, wer schreibt mit?</translation>
    </message>
    <message>
        <source>Hand over ...</source>
        <translation>Übergeben ...</translation>
    </message>
    <message>
        <source>Handed over: {name}</source>
        <translation>Übergeben: {name}</translation>
    </message>
    <message>
        <source>Add a measure</source>
        <translation>Sofortmaßnahme eintragen</translation>
    </message>
    <message>
        <source>No measure yet. What keeps people safe until this is solved?</source>
        <translation>Noch keine Sofortmaßnahme. Was schützt, bis dies gelöst ist?</translation>
    </message>
    <message>
        <source>Lift ...</source>
        <translation>Aufheben ...</translation>
    </message>
    <message>
        <source>Lift: {name}</source>
        <translation>Aufheben: {name}</translation>
    </message>
    <message>
        <source>Add a message</source>
        <translation>Mitteilung eintragen</translation>
    </message>
    <message>
        <source>Nobody was told yet. Who should know?</source>
        <translation>Noch niemand informiert. Wer sollte es wissen?</translation>
    </message>
    <message>
        <source>Promise an update</source>
        <translation>Rückmeldung zusagen</translation>
    </message>
    <message>
        <source>No update is promised.</source>
        <translation>Keine Rückmeldung zugesagt.</translation>
    </message>
    <message>
        <source>Kept ...</source>
        <translation>Eingehalten ...</translation>
    </message>
    <message>
        <source>Kept: {name}</source>
        <translation>Eingehalten: {name}</translation>
    </message>
    <message>
        <source>Add a why</source>
        <translation>Warum eintragen</translation>
    </message>
    <message>
        <source>No why yet. Why did it happen, and why that?</source>
        <translation>Noch kein Warum. Warum ist es passiert, und warum das?</translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation>Maßnahme eintragen</translation>
    </message>
    <message>
        <source>No action yet. What keeps it from happening again?</source>
        <translation>Noch keine Maßnahme. Was verhindert, dass es wieder passiert?</translation>
    </message>
    <message>
        <source>Done ...</source>
        <translation>Erledigt ...</translation>
    </message>
    <message>
        <source>Done: {name}</source>
        <translation>Erledigt: {name}</translation>
    </message>
    <message>
        <source>Add a duty</source>
        <translation>Meldepflicht eintragen</translation>
    </message>
    <message>
        <source>No duty to report is written down. Who must be told by law?</source>
        <translation>Keine Meldepflicht eingetragen. Wem muss gesetzlich gemeldet werden?</translation>
    </message>
    <message>
        <source>Sent ...</source>
        <translation>Gesendet ...</translation>
    </message>
    <message>
        <source>Sent: {name}</source>
        <translation>Gesendet: {name}</translation>
    </message>
    <message>
        <source>Add a follow-up</source>
        <translation>Nachverfolgung eintragen</translation>
    </message>
    <message>
        <source>Nothing to follow up yet. When is it checked that the fix holds?</source>
        <translation>Noch nichts nachzuverfolgen. Wann wird geprüft, ob die Lösung hält?</translation>
    </message>
    <message>
        <source>Write an addendum</source>
        <translation>Nachtrag schreiben</translation>
    </message>
    <message>
        <source>No addendum yet. What became known later is written here.</source>
        <translation>Noch kein Nachtrag. Hier steht, was später bekannt wurde.</translation>
    </message>
</context>
<context>
    <name>LoadPart</name>
    <message>
        <source>{name} leads no other open incident.</source>
        <translation>{name} führt keinen anderen offenen Vorgang.</translation>
    </message>
    <message numerus="yes">
        <source>%n other open incidents are led by {name}, {hours} hours of work in all.</source>
        <translation>
            <numerusform>{name} führt %n anderen offenen Vorgang, zusammen {hours} Stunden Arbeit.</numerusform>
            <numerusform>{name} führt %n andere offene Vorgänge, zusammen {hours} Stunden Arbeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>With this one it is {hours}.</source>
        <translation>Mit diesem sind es {hours}.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n nobody has said how many hours.</source>
        <translation>
            <numerusform>Bei %n hat niemand die Stunden genannt.</numerusform>
            <numerusform>Bei %n hat niemand die Stunden genannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>With this one that is over the limit of {limit} for one person.</source>
        <translation>Mit diesem liegt das über der Grenze von {limit} für eine Person.</translation>
    </message>
    <message>
        <source>{team} has {hours} hours a week: with this incident {left} hours too few. Who steps in?</source>
        <translation>{team} hat {hours} Stunden in der Woche: mit diesem Vorgang {left} Stunden zu wenig. Wer springt ein?</translation>
    </message>
    <message>
        <source>{team} has {hours} hours a week: with this incident {left} hours are left.</source>
        <translation>{team} hat {hours} Stunden in der Woche: mit diesem Vorgang bleiben {left} Stunden.</translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <source>Choose a picture ...</source>
        <translation>Bild wählen ...</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Logo, printed on every paper</source>
        <translation>Logo, auf jedem Ausdruck</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Bilder (*.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>LookingBack</name>
    <message>
        <source>What differs: at the left entry {first} ({then}), at the right entry {second} ({later}).</source>
        <translation>Was sich unterscheidet: links Eintrag {first} ({then}), rechts Eintrag {second} ({later}).</translation>
    </message>
    <message>
        <source>Every value that “{label}” ever had, newest first, with the words that changed.</source>
        <translation>Alle Werte, die „{label}“ je hatte, neueste zuerst, mit den geänderten Wörtern.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show the backups</source>
        <translation>Sicherungen zeigen</translation>
    </message>
    <message>
        <source>on this PC</source>
        <translation>auf diesem PC</translation>
    </message>
    <message>
        <source>shared register</source>
        <translation>gemeinsames Register</translation>
    </message>
</context>
<context>
    <name>ManyAtOnce</name>
    <message>
        <source>Change ...</source>
        <translation>Ändern ...</translation>
    </message>
    <message>
        <source>At most {count} incidents can be changed at once. Choose fewer.</source>
        <translation>Höchstens {count} Vorgänge lassen sich auf einmal ändern. Wählen Sie weniger aus.</translation>
    </message>
    <message numerus="yes">
        <source>%n incidents changed.</source>
        <translation>
            <numerusform>%n Vorgang geändert.</numerusform>
            <numerusform>%n Vorgänge geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>ManyLeft</name>
    <message>
        <source>Left as they were</source>
        <translation>Unverändert geblieben</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ManyOrders</name>
    <message>
        <source>The incidents are being changed.</source>
        <translation>Die Vorgänge werden geändert.</translation>
    </message>
    <message>
        <source>There is nothing of yours to take back here.</source>
        <translation>Hier ist nichts von Ihnen zurückzunehmen.</translation>
    </message>
    <message>
        <source>The incidents are being changed back.</source>
        <translation>Die Änderungen werden zurückgenommen.</translation>
    </message>
    <message>
        <source>The incidents are still being changed. Closed now, none of them is.</source>
        <translation>Die Vorgänge werden noch geändert. Wird jetzt geschlossen, bleibt jeder, wie er war.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>No incident changed.</source>
        <translation>Kein Vorgang wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n incidents changed back.</source>
        <translation>
            <numerusform>Bei %n Vorgang zurückgenommen.</numerusform>
            <numerusform>Bei %n Vorgängen zurückgenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left as they are.</source>
        <translation>
            <numerusform>%n blieb, wie er ist.</numerusform>
            <numerusform>%n blieben, wie sie sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyPopover</name>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n incidents</source>
        <translation>
            <numerusform>%n Vorgang</numerusform>
            <numerusform>%n Vorgänge</numerusform>
        </translation>
    </message>
    <message>
        <source>As what</source>
        <translation>Als was</translation>
    </message>
    <message>
        <source>Note for the journal of each</source>
        <translation>Notiz für das Journal jedes Vorgangs</translation>
    </message>
    <message numerus="yes">
        <source>Close %n incidents</source>
        <translation>
            <numerusform>%n Vorgang schließen</numerusform>
            <numerusform>%n Vorgänge schließen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write into %n incidents</source>
        <translation>
            <numerusform>In %n Vorgang schreiben</numerusform>
            <numerusform>In %n Vorgänge schreiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n incidents</source>
        <translation>
            <numerusform>%n Vorgang ändern</numerusform>
            <numerusform>%n Vorgänge ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Not reportable (from the inbox)</source>
        <translation>Nicht meldepflichtig (aus dem Eingang)</translation>
    </message>
    <message>
        <source>Concluded (from step Conclusion)</source>
        <translation>Abgeschlossen (aus dem Schritt Abschluss)</translation>
    </message>
    <message>
        <source>Void (made by mistake or as a test)</source>
        <translation>Ungültig (versehentlich oder als Probe angelegt)</translation>
    </message>
    <message>
        <source>Write what shall be noted.</source>
        <translation>Schreiben Sie, was notiert werden soll.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Wählen Sie eine Angabe aus der Liste.</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>actual</source>
        <translation>tatsächlich</translation>
    </message>
    <message>
        <source>potential</source>
        <translation>denkbar</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Arrow keys walk. A puts the actual outcome, P the potential one.</source>
        <translation>Pfeiltasten wandern. A setzt die tatsächliche Folge, P die denkbare.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessagesTab</name>
    <message>
        <source>Add a message</source>
        <translation>Mitteilung eintragen</translation>
    </message>
    <message>
        <source>Promised to {whom}: {time}</source>
        <translation>Zugesagt an {whom}: {time}</translation>
    </message>
    <message>
        <source>Nobody was told yet. Who should know?</source>
        <translation>Noch niemand informiert. Wer sollte es wissen?</translation>
    </message>
    <message>
        <source>Answer: {answer}</source>
        <translation>Antwort: {answer}</translation>
    </message>
</context>
<context>
    <name>MissingForm</name>
    <message>
        <source>One of these is enough.</source>
        <translation>Eines davon genügt.</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>Go to the actions</source>
        <translation>Zu den Maßnahmen</translation>
    </message>
    <message>
        <source>Go to the duties to report</source>
        <translation>Zu den Meldepflichten</translation>
    </message>
    <message>
        <source>Go to the sign-off</source>
        <translation>Zur Freigabe</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>Still needed: {what}</source>
        <translation>Noch nötig: {what}</translation>
    </message>
</context>
<context>
    <name>MissingPopover</name>
    <message numerus="yes">
        <source>%n things are still missing</source>
        <translation>
            <numerusform>Noch %n Angabe fehlt</numerusform>
            <numerusform>Noch %n Angaben fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>One thing is still missing</source>
        <translation>Eine Angabe fehlt noch</translation>
    </message>
    <message>
        <source>Why it moves although something is missing</source>
        <translation>Warum es weitergeht, obwohl etwas fehlt</translation>
    </message>
    <message>
        <source>The reason stands in the journal and on the paper.</source>
        <translation>Der Grund steht im Journal und auf dem Ausdruck.</translation>
    </message>
    <message>
        <source>Move anyway ...</source>
        <translation>Trotzdem weiter ...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Still missing: {needs}.</source>
        <translation>Es fehlt noch: {needs}.</translation>
    </message>
</context>
<context>
    <name>MomentRows</name>
    <message>
        <source>such as 14:30</source>
        <translation>etwa 14:30</translation>
    </message>
    <message>
        <source>Which day?</source>
        <translation>Welcher Tag?</translation>
    </message>
    <message>
        <source>Time, about</source>
        <translation>Ungefähre Zeit</translation>
    </message>
    <message>
        <source>Say which day it was, or press the calendar.</source>
        <translation>Sagen Sie, welcher Tag es war, oder drücken Sie den Kalender.</translation>
    </message>
    <message>
        <source>This is no time of the day yet. Write it as 14:30, or leave it empty.</source>
        <translation>Das ist noch keine Uhrzeit. Schreiben Sie etwa 14:30 oder lassen Sie das Feld leer.</translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>Accept the report</source>
        <translation>Meldung annehmen</translation>
    </message>
    <message>
        <source>On to {step} →</source>
        <translation>Weiter zu {step} →</translation>
    </message>
    <message>
        <source>Sign ...</source>
        <translation>Unterschreiben ...</translation>
    </message>
    <message>
        <source>Conclude</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Move back ...</source>
        <translation>Zurückführen ...</translation>
    </message>
    <message>
        <source>Start Containment at once</source>
        <translation>Sofort mit der Eindämmung beginnen</translation>
    </message>
    <message>
        <source>Short path to Conclusion ...</source>
        <translation>Kurzer Weg zum Abschluss ...</translation>
    </message>
    <message>
        <source>Open again ...</source>
        <translation>Wieder öffnen ...</translation>
    </message>
    <message>
        <source>Mark as void ...</source>
        <translation>Als ungültig markieren ...</translation>
    </message>
    <message>
        <source>Take back that it is void ...</source>
        <translation>Ungültigkeit zurücknehmen ...</translation>
    </message>
    <message>
        <source>Put under legal hold ...</source>
        <translation>Unter Löschsperre stellen ...</translation>
    </message>
    <message>
        <source>Lift the legal hold ...</source>
        <translation>Löschsperre aufheben ...</translation>
    </message>
    <message>
        <source>Erase a person&apos;s data ...</source>
        <translation>Personendaten löschen ...</translation>
    </message>
    <message>
        <source>New like this one ...</source>
        <translation>Neu wie dieser ...</translation>
    </message>
    <message>
        <source>Accepted.</source>
        <translation>Angenommen.</translation>
    </message>
    <message>
        <source>Moved to {step}.</source>
        <translation>Steht jetzt bei {step}.</translation>
    </message>
    <message>
        <source>Concluded.</source>
        <translation>Abgeschlossen.</translation>
    </message>
    <message>
        <source>Nothing is missing any more. Sign now.</source>
        <translation>Es fehlt nichts mehr. Jetzt unterschreiben.</translation>
    </message>
    <message>
        <source>On to {step}</source>
        <translation>Weiter zu {step}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Move on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Zurückführen</translation>
    </message>
    <message>
        <source>To which step? What was written stays.</source>
        <translation>Zu welchem Schritt? Was geschrieben wurde, bleibt.</translation>
    </message>
    <message>
        <source>Moved back to {step}.</source>
        <translation>Zurückgeführt zu {step}.</translation>
    </message>
    <message>
        <source>Short path to Conclusion</source>
        <translation>Kurzer Weg zum Abschluss</translation>
    </message>
    <message>
        <source>For a minor incident that the measure solved. Prioritisation and Reaction are left out.</source>
        <translation>Für einen kleinen Zwischenfall, den die Sofortmaßnahme gelöst hat. Priorisierung und Bearbeitung entfallen.</translation>
    </message>
    <message>
        <source>Take the short path</source>
        <translation>Kurzen Weg nehmen</translation>
    </message>
    <message>
        <source>Moved to Conclusion.</source>
        <translation>Steht jetzt beim Abschluss.</translation>
    </message>
    <message>
        <source>The signatures become void; they stay in the journal. Everything can be written again.</source>
        <translation>Die Unterschriften werden aufgehoben und bleiben im Journal. Alles lässt sich wieder ändern.</translation>
    </message>
    <message>
        <source>Open the record again</source>
        <translation>Vorgang wieder öffnen</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Opened again.</source>
        <translation>Wieder geöffnet.</translation>
    </message>
    <message>
        <source>For a record made by mistake or as a test. It keeps its number and leaves all lists.</source>
        <translation>Für einen Vorgang, der aus Versehen oder zur Probe entstand. Er behält seine Nummer und verschwindet aus allen Listen.</translation>
    </message>
    <message>
        <source>Mark as void</source>
        <translation>Als ungültig markieren</translation>
    </message>
    <message>
        <source>Marked as void.</source>
        <translation>Als ungültig markiert.</translation>
    </message>
    <message>
        <source>The record counts again and comes back where it was.</source>
        <translation>Der Vorgang zählt wieder und steht, wo er war.</translation>
    </message>
    <message>
        <source>Take back that it is void</source>
        <translation>Ungültigkeit zurücknehmen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>It counts again.</source>
        <translation>Der Vorgang zählt wieder.</translation>
    </message>
    <message>
        <source>While a dispute or an inquiry lasts: nothing of the record is erased, whatever is due.</source>
        <translation>Solange ein Streit oder eine Untersuchung dauert: Nichts vom Vorgang wird gelöscht, was auch immer fällig ist.</translation>
    </message>
    <message>
        <source>Put under legal hold</source>
        <translation>Unter Löschsperre stellen</translation>
    </message>
    <message>
        <source>Hold it</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>From then on the record can be erased again when its time is over, or on request.</source>
        <translation>Danach kann der Vorgang wieder gelöscht werden, wenn seine Zeit um ist oder jemand es verlangt.</translation>
    </message>
    <message>
        <source>Lift the legal hold</source>
        <translation>Löschsperre aufheben</translation>
    </message>
    <message>
        <source>Lift it</source>
        <translation>Aufheben</translation>
    </message>
</context>
<context>
    <name>NamePopover</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give it a name by which you know it again.</source>
        <translation>Geben Sie einen Namen, an dem Sie ihn wiedererkennen.</translation>
    </message>
</context>
<context>
    <name>Nameless</name>
    <message>
        <source>Without names, for somebody outside</source>
        <translation>Ohne Namen, für Außenstehende</translation>
    </message>
    <message>
        <source>several with commas between them</source>
        <translation>mehrere mit Komma dazwischen</translation>
    </message>
    <message>
        <source>Leave out these words as well</source>
        <translation>Auch diese Wörter auslassen</translation>
    </message>
    <message>
        <source>People become Person 1, Person 2. Names and numbers of people become black bars, on the pages and in the data inside. Read the pages before they go out: no program finds every name.</source>
        <translation>Personen heißen Person 1, Person 2. Namen und Nummern von Personen werden schwarze Balken, auf den Seiten und in den Daten darin. Lesen Sie die Seiten, bevor sie hinausgehen: Kein Programm findet jeden Namen.</translation>
    </message>
    <message>
        <source>Found nowhere in the record: {words}</source>
        <translation>Nirgends im Vorgang gefunden: {words}</translation>
    </message>
    <message numerus="yes">
        <source>In %n places its texts tell who somebody is.</source>
        <translation>
            <numerusform>An %n Stelle sagen seine Texte, wer jemand ist.</numerusform>
            <numerusform>An %n Stellen sagen seine Texte, wer jemand ist.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>Best first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <source>Any step</source>
        <translation>Jeder Schritt</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jede Zeit</translation>
    </message>
    <message>
        <source>Concluded</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
</context>
<context>
    <name>NodeDelegate</name>
    <message>
        <source>not offered</source>
        <translation>nicht zur Wahl</translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>Copy the number</source>
        <translation>Nummer kopieren</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>This is not a number that can be read. Write it as 1000 or 2.5.</source>
        <translation>Diese Zahl ist nicht lesbar. Schreiben Sie sie als 1000 oder 2,5.</translation>
    </message>
</context>
<context>
    <name>OnlyRead</name>
    <message>
        <source>This register is only read here, as was decided: it was last written on {other}.</source>
        <translation>Dieses Register wird hier nur gelesen, wie entschieden: Zuletzt geschrieben wurde es auf {other}.</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>Neu entscheiden</translation>
    </message>
</context>
<context>
    <name>OpenForm</name>
    <message>
        <source>Choose a file ...</source>
        <translation>Datei wählen ...</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>The person who looks after the server gives you its address.</source>
        <translation>Die Adresse nennt Ihnen die Person, die den Server betreut.</translation>
    </message>
    <message>
        <source>Register on a server</source>
        <translation>Register auf einem Server</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>zurzeit nicht da</translation>
    </message>
    <message>
        <source>Opened before on this PC</source>
        <translation>Auf diesem PC schon geöffnet</translation>
    </message>
    <message>
        <source>Open a register</source>
        <translation>Register öffnen</translation>
    </message>
    <message>
        <source>Registers (*.register)</source>
        <translation>Register (*.register)</translation>
    </message>
</context>
<context>
    <name>OpenQuestions</name>
    <message>
        <source>What the sheet does not say</source>
        <translation>Was die Tabelle nicht sagt</translation>
    </message>
    <message>
        <source>{text} stands in the sheet. Which day is that?</source>
        <translation>In der Tabelle steht {text}. Welcher Tag ist das?</translation>
    </message>
    <message>
        <source>All dates of the sheet are read in the same way.</source>
        <translation>Alle Daten der Tabelle werden auf dieselbe Weise gelesen.</translation>
    </message>
    <message>
        <source>As last time for these headings; look whether it is right.</source>
        <translation>Wie beim letzten Mal mit diesen Überschriften; sehen Sie nach, ob es stimmt.</translation>
    </message>
    <message>
        <source>What does the lowest number mean in {column}?</source>
        <translation>Was bedeutet die niedrigste Zahl in {column}?</translation>
    </message>
    <message>
        <source>the least harm</source>
        <translation>der kleinste Schaden</translation>
    </message>
    <message>
        <source>the worst harm</source>
        <translation>der größte Schaden</translation>
    </message>
    <message>
        <source>Guessed; look whether it is right.</source>
        <translation>Vermutet; sehen Sie nach, ob es stimmt.</translation>
    </message>
</context>
<context>
    <name>OpenWorkPart</name>
    <message>
        <source>Open work</source>
        <translation>Offene Arbeit</translation>
    </message>
    <message>
        <source>Three letters of the name</source>
        <translation>Drei Buchstaben des Namens</translation>
    </message>
    <message>
        <source>Give these incidents to</source>
        <translation>Diese Vorgänge übergeben an</translation>
    </message>
    <message>
        <source>Give over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Open incidents: {count}.</source>
        <translation>Offene Vorgänge: {count}.</translation>
    </message>
    <message>
        <source>Still owed in incidents: {count}.</source>
        <translation>In Vorgängen noch zu erledigen: {count}.</translation>
    </message>
    <message>
        <source>{name} has nothing open.</source>
        <translation>Bei {name} ist nichts offen.</translation>
    </message>
    <message numerus="yes">
        <source>%n incidents are with {name} now.</source>
        <translation>
            <numerusform>%n Vorgang liegt jetzt bei {name}.</numerusform>
            <numerusform>%n Vorgänge liegen jetzt bei {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening {name} ...</source>
        <translation>{name} wird geöffnet ...</translation>
    </message>
</context>
<context>
    <name>OrganisationSection</name>
    <message>
        <source>Organisation</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Name of the organisation</source>
        <translation>Name der Einrichtung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>printed under the name</source>
        <translation>steht auf Papieren unter dem Namen</translation>
    </message>
    <message>
        <source>Emergency phone</source>
        <translation>Notruf</translation>
    </message>
    <message>
        <source>shown above every report</source>
        <translation>steht über jeder Meldung</translation>
    </message>
    <message>
        <source>Code for record numbers</source>
        <translation>Kürzel für Nummern</translation>
    </message>
    <message>
        <source>for new records</source>
        <translation>für neue Vorgänge</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Language of papers and lists</source>
        <translation>Sprache von Papieren und Listen</translation>
    </message>
    <message>
        <source>This cannot be empty.</source>
        <translation>Hier muss etwas stehen.</translation>
    </message>
    <message>
        <source>Organisation saved.</source>
        <translation>Einrichtung gespeichert.</translation>
    </message>
    <message>
        <source>Logo saved.</source>
        <translation>Logo gespeichert.</translation>
    </message>
    <message>
        <source>The logo is off the papers.</source>
        <translation>Die Papiere haben kein Logo mehr.</translation>
    </message>
</context>
<context>
    <name>OtherRegisterHere</name>
    <message>
        <source>Another register</source>
        <translation>Ein anderes Register</translation>
    </message>
</context>
<context>
    <name>OtherStepNotice</name>
    <message>
        <source>You are looking at {step}. The record stands at {present}.</source>
        <translation>Gezeigt wird {step}. Der Vorgang steht bei {present}.</translation>
    </message>
    <message>
        <source>To {present}</source>
        <translation>Zu {present}</translation>
    </message>
</context>
<context>
    <name>OverLimits</name>
    <message>
        <source>{step} is now {count} over its limit.</source>
        <translation>{step} ist jetzt {count} über der Grenze.</translation>
    </message>
    <message>
        <source>{name} now has {count} in hand over the limit.</source>
        <translation>{name} hat jetzt {count} mehr in Arbeit als die Grenze.</translation>
    </message>
</context>
<context>
    <name>Owed</name>
    <message>
        <source>Sign off {number}</source>
        <translation>{number} freigeben</translation>
    </message>
    <message>
        <source>Decide again: {title}</source>
        <translation>Neu entscheiden: {title}</translation>
    </message>
    <message>
        <source>start now or put off again</source>
        <translation>jetzt beginnen oder wieder zurückstellen</translation>
    </message>
    <message>
        <source>Question: {question}</source>
        <translation>Rückfrage: {question}</translation>
    </message>
    <message>
        <source>Your draft: {text}</source>
        <translation>Ihr Entwurf: {text}</translation>
    </message>
    <message>
        <source>kept {time}, not sent yet</source>
        <translation>aufbewahrt {time}, noch nicht gesendet</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>in {time}</translation>
    </message>
</context>
<context>
    <name>OwnFieldsSection</name>
    <message>
        <source>Own fields</source>
        <translation>Eigene Felder</translation>
    </message>
    <message>
        <source>what your site asks beyond the usual</source>
        <translation>was Ihr Standort zusätzlich abfragt</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>A field of your own stands in the form of its step, in the table and its filters, in exports and on the paper, just as the others do: a machine number, a bed alarm, a shift.</source>
        <translation>Ein eigenes Feld steht im Formular seines Schritts, in der Tabelle und ihren Filtern, in Exporten und auf dem Ausdruck wie alle anderen: eine Maschinennummer, ein Bettalarm, eine Schicht.</translation>
    </message>
    <message>
        <source>Needed to leave the step</source>
        <translation>Nötig, um den Schritt zu verlassen</translation>
    </message>
    <message>
        <source>Tells of a person</source>
        <translation>Sagt etwas über eine Person</translation>
    </message>
    <message>
        <source>What it asks</source>
        <translation>Was gefragt wird</translation>
    </message>
    <message>
        <source>How it is answered</source>
        <translation>Wie geantwortet wird</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Wo es steht</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>one line below the field</source>
        <translation>eine Zeile unter dem Feld</translation>
    </message>
    <message>
        <source>What applies</source>
        <translation>Was gilt</translation>
    </message>
    <message>
        <source>What tells of a person can be erased when the person asks for it.</source>
        <translation>Was etwas über eine Person sagt, kann auf ihren Wunsch gelöscht werden.</translation>
    </message>
    <message>
        <source>one line of text</source>
        <translation>eine Zeile Text</translation>
    </message>
    <message>
        <source>several lines of text</source>
        <translation>mehrere Zeilen Text</translation>
    </message>
    <message>
        <source>one answer of several</source>
        <translation>eine von mehreren Antworten</translation>
    </message>
    <message>
        <source>several answers</source>
        <translation>mehrere Antworten</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>day and time</source>
        <translation>Tag und Uhrzeit</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>person of the list</source>
        <translation>Person aus der Liste</translation>
    </message>
    <message>
        <source>place of the list</source>
        <translation>Ort aus der Liste</translation>
    </message>
    <message>
        <source>Stop asking for it</source>
        <translation>Nicht mehr abfragen</translation>
    </message>
    <message>
        <source>Ask for it again</source>
        <translation>Wieder abfragen</translation>
    </message>
    <message>
        <source>This stays as it is. For another kind, stop asking for it and add a new field.</source>
        <translation>Das bleibt so. Für eine andere Art fragen Sie es nicht mehr ab und legen ein neues Feld an.</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>Neues Feld</translation>
    </message>
    <message>
        <source>{name} added.</source>
        <translation>{name} ist angelegt.</translation>
    </message>
    <message>
        <source>Field saved.</source>
        <translation>Feld gespeichert.</translation>
    </message>
    <message>
        <source>{name} is asked for again.</source>
        <translation>{name} wird wieder abgefragt.</translation>
    </message>
    <message>
        <source>{name} is not asked for any more. What was written stays readable.</source>
        <translation>{name} wird nicht mehr abgefragt. Was eingetragen wurde, bleibt lesbar.</translation>
    </message>
</context>
<context>
    <name>OwnForm</name>
    <message>
        <source>Where the register goes</source>
        <translation>Wohin das Register kommt</translation>
    </message>
    <message>
        <source>Registers (*.register)</source>
        <translation>Register (*.register)</translation>
    </message>
    <message>
        <source>Where backups go</source>
        <translation>Wohin die Sicherungen kommen</translation>
    </message>
    <message>
        <source>Make the register</source>
        <translation>Register anlegen</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>You begin as coordinator, manager and administrator.</source>
        <translation>Sie beginnen mit Koordination, Leitung und Verwaltung.</translation>
    </message>
    <message>
        <source>A checked copy goes there every day. A folder on another disk is best: a broken disk would take both. Leave it empty to choose later.</source>
        <translation>Dorthin kommt jeden Tag eine geprüfte Kopie. Am besten auf einen anderen Datenträger: Ein Defekt träfe sonst beide. Leer lassen, um später zu wählen.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Code for record numbers</source>
        <translation>Kürzel für Nummern</translation>
    </message>
    <message>
        <source>What kind of place is it?</source>
        <translation>Welche Art von Einrichtung ist es?</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your job</source>
        <translation>Ihre Funktion</translation>
    </message>
    <message>
        <source>File of the register</source>
        <translation>Datei des Registers</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Ordner für Sicherungen</translation>
    </message>
    <message>
        <source>Everything here can be changed later in Settings.</source>
        <translation>Alles hier lässt sich später in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Numbers read {number}</source>
        <translation>Nummern lauten {number}</translation>
    </message>
    <message>
        <source>Categories, places, questions and signatures come with it.</source>
        <translation>Kategorien, Orte, Fragen und Unterschriften gehören dazu.</translation>
    </message>
    <message>
        <source>Choose a place, or write the whole path.</source>
        <translation>Wählen Sie einen Ordner oder schreiben Sie den ganzen Pfad.</translation>
    </message>
</context>
<context>
    <name>OwnTriage</name>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>There is nothing of yours to take back here.</source>
        <translation>Hier ist nichts von Ihnen zurückzunehmen.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Find a number, word, person or place</source>
        <translation>Nummer, Wort, Person oder Ort suchen</translation>
    </message>
    <message>
        <source>Help for this page (F1)</source>
        <translation>Hilfe zu dieser Seite (F1)</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Preview of the paper</source>
        <translation>Vorschau des Papiers</translation>
    </message>
    <message>
        <source>Choose a paper at the left; its pages appear here.</source>
        <translation>Wählen Sie links ein Papier; seine Seiten erscheinen hier.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>changed: today</source>
        <translation>geändert: heute</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>Meine Aufgaben</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Report an incident</source>
        <translation>Ereignis melden</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Bring in a sheet</source>
        <translation>Tabelle übernehmen</translation>
    </message>
    <message>
        <source>Erase a person&apos;s data</source>
        <translation>Personendaten löschen</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doppelte</translation>
    </message>
    <message>
        <source>Who is at this PC</source>
        <translation>Wer ist an diesem PC</translation>
    </message>
</context>
<context>
    <name>Painted</name>
    <message>
        <source>priority {level}</source>
        <translation>Priorität {level}</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>Nummer {number}</translation>
    </message>
    <message>
        <source>responsible: {name}, that is you</source>
        <translation>verantwortlich: {name}, das sind Sie</translation>
    </message>
    <message>
        <source>responsible: {name}</source>
        <translation>verantwortlich: {name}</translation>
    </message>
    <message>
        <source>{whose}: {countdown}</source>
        <translation>{whose}: {countdown}</translation>
    </message>
</context>
<context>
    <name>PairList</name>
    <message>
        <source>{percent} of their words are the same</source>
        <translation>{percent} ihrer Wörter sind gleich</translation>
    </message>
    <message>
        <source>Pairs that may be the same</source>
        <translation>Paare, die dasselbe sein könnten</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>Why both are the same</source>
        <translation>Warum beide dasselbe sind</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>These are two</source>
        <translation>Es sind zwei</translation>
    </message>
    <message>
        <source>{percent} of their words are the same</source>
        <translation>{percent} ihrer Wörter sind gleich</translation>
    </message>
    <message>
        <source>Which one goes on</source>
        <translation>Welcher weitergeführt wird</translation>
    </message>
    <message>
        <source>{number} goes on</source>
        <translation>{number} wird weitergeführt</translation>
    </message>
    <message>
        <source>Join into {number}</source>
        <translation>Vereinen in {number}</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Vereinen</translation>
    </message>
    <message>
        <source>One of them is signed. It has to be opened again before they can be joined.</source>
        <translation>Einer der beiden ist unterschrieben. Er muss wieder geöffnet werden, bevor sie vereint werden können.</translation>
    </message>
    <message>
        <source>{number} takes in what only the other one says. The other stays readable and leaves the lists. Joining cannot be taken back.</source>
        <translation>{number} nimmt auf, was nur der andere sagt. Der andere bleibt lesbar und verlässt die Listen. Das Vereinen lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>A coordinator can join them.</source>
        <translation>Die Koordination kann sie vereinen.</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
</context>
<context>
    <name>PaperChoice</name>
    <message>
        <source>Which paper</source>
        <translation>Welches Papier</translation>
    </message>
    <message>
        <source>Incident record</source>
        <translation>Vorgangsakte</translation>
    </message>
    <message>
        <source>List of incidents</source>
        <translation>Liste der Vorgänge</translation>
    </message>
    <message>
        <source>Journal as proof</source>
        <translation>Journal als Nachweis</translation>
    </message>
    <message>
        <source>Shift handover</source>
        <translation>Schichtübergabe</translation>
    </message>
    <message>
        <source>Slip for who reported</source>
        <translation>Zettel für die meldende Person</translation>
    </message>
    <message>
        <source>Morning list</source>
        <translation>Morgenliste</translation>
    </message>
    <message>
        <source>Agenda of the meeting</source>
        <translation>Tagesordnung der Besprechung</translation>
    </message>
    <message>
        <source>Whom to call</source>
        <translation>Wen anrufen</translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation>Was zuerst kommt</translation>
    </message>
    <message>
        <source>Report of a period</source>
        <translation>Bericht über einen Zeitraum</translation>
    </message>
    <message>
        <source>Knowledge record</source>
        <translation>Eintrag im Wissen</translation>
    </message>
    <message>
        <source>a number, or words of what happened</source>
        <translation>eine Nummer oder Worte aus der Schilderung</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Print ...</source>
        <translation>Drucken ...</translation>
    </message>
    <message>
        <source>Save as PDF ...</source>
        <translation>Als PDF speichern ...</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>Sprache des Papiers</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papierformat</translation>
    </message>
    <message>
        <source>Type the number of the record, or a few words of what happened.</source>
        <translation>Schreiben Sie die Nummer des Vorgangs oder einige Worte aus der Schilderung.</translation>
    </message>
    <message>
        <source>No record has the number {number}.</source>
        <translation>Kein Vorgang hat die Nummer {number}.</translation>
    </message>
</context>
<context>
    <name>PaperOut</name>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>{name} is still being saved. Closed now, the file may be missing.</source>
        <translation>{name} wird noch gespeichert. Wird jetzt geschlossen, fehlt die Datei womöglich.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>somebody at this PC</source>
        <translation>jemand an diesem PC</translation>
    </message>
    <message>
        <source>Printed by {who}, {when}</source>
        <translation>Gedruckt von {who}, {when}</translation>
    </message>
    <message>
        <source>The paper is on its way to the printer.</source>
        <translation>Das Papier ist unterwegs zum Drucker.</translation>
    </message>
    <message>
        <source>The paper is still on its way to the printer. Closed now, pages of it may be missing.</source>
        <translation>Das Papier ist noch auf dem Weg zum Drucker. Wird jetzt geschlossen, fehlen womöglich Seiten.</translation>
    </message>
    <message>
        <source>Printed: {name}</source>
        <translation>Gedruckt: {name}</translation>
    </message>
    <message>
        <source>The printer did not take the paper. Look whether it is on, or save the paper as PDF.</source>
        <translation>Der Drucker hat das Papier nicht angenommen. Sehen Sie nach, ob er eingeschaltet ist, oder speichern Sie das Papier als PDF.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>Is this paper one of ours, and unchanged?</source>
        <translation>Ist dieses Papier von uns, und unverändert?</translation>
    </message>
    <message>
        <source>Choose a PDF file ...</source>
        <translation>PDF-Datei wählen ...</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Vorgang öffnen</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>Neu drucken</translation>
    </message>
    <message>
        <source>Choose a file that was printed or saved from this register, or drop it anywhere on the window. The program says whether it is unchanged, and what has changed in the record since.</source>
        <translation>Wählen Sie eine Datei, die aus diesem Register gedruckt oder gespeichert wurde, oder ziehen Sie sie irgendwo auf das Fenster. Das Programm sagt, ob sie unverändert ist, und was im Vorgang seither geändert wurde.</translation>
    </message>
    <message>
        <source>Choose a paper</source>
        <translation>Papier wählen</translation>
    </message>
    <message>
        <source>The file is read and compared with the register.</source>
        <translation>Die Datei wird gelesen und mit dem Register verglichen.</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Smaller page</source>
        <translation>Seite kleiner</translation>
    </message>
    <message>
        <source>Larger page</source>
        <translation>Seite größer</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Ganze Seite</translation>
    </message>
    <message numerus="yes">
        <source>%n records fit: a long paper, which takes a while.</source>
        <translation>
            <numerusform>%n Vorgang passt.</numerusform>
            <numerusform>%n Vorgänge passen: ein langes Papier, das dauert etwas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The paper is being made ...</source>
        <translation>Das Papier wird erstellt ...</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Seite {page} von {pages}</translation>
    </message>
</context>
<context>
    <name>PassphraseAsk</name>
    <message>
        <source>14 groups from the printed sheet; blanks, large and small letters do not matter</source>
        <translation>14 Gruppen vom gedruckten Blatt; Leerzeichen und Groß- oder Kleinschreibung sind gleich</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Passphrase benutzen</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Wiederherstellungsschlüssel benutzen</translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>nothing stated</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>{label}. Before: {old}. After: {new}.</source>
        <translation>{label}. Vorher: {old}. Danach: {new}.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Entry {position}, {time}</source>
        <translation>Eintrag {position}, {time}</translation>
    </message>
</context>
<context>
    <name>PastPane</name>
    <message>
        <source>Entry before</source>
        <translation>Eintrag davor</translation>
    </message>
    <message>
        <source>Entry after</source>
        <translation>Eintrag danach</translation>
    </message>
    <message>
        <source>At the end of the day</source>
        <translation>Am Ende des Tages</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Zurück zum jetzigen Stand</translation>
    </message>
    <message>
        <source>As it stood</source>
        <translation>Früherer Stand</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose ...</source>
        <translation>Wählen ...</translation>
    </message>
    <message>
        <source>{label}: choose</source>
        <translation>{label}: wählen</translation>
    </message>
</context>
<context>
    <name>PcSection</name>
    <message>
        <source>This PC</source>
        <translation>Dieser PC</translation>
    </message>
    <message>
        <source>As on this PC</source>
        <translation>Wie am PC eingestellt</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Let messages and panels fade in</source>
        <translation>Hinweise und Felder sanft einblenden</translation>
    </message>
    <message numerus="yes">
        <source>after %n minutes</source>
        <translation>
            <numerusform>nach %n Minute</numerusform>
            <numerusform>nach %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>for every PC that opens this register</source>
        <translation>für jeden PC, der dieses Register öffnet</translation>
    </message>
    <message>
        <source>Hide what is on screen when nobody works</source>
        <translation>Bildschirm verdecken, wenn niemand arbeitet</translation>
    </message>
    <message>
        <source>Then a name is asked again, where several people are on the list or a password is set.</source>
        <translation>Dann wird wieder nach dem Namen gefragt, wo mehrere Personen auf der Liste stehen oder ein Kennwort gesetzt ist.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>asks for a password</source>
        <translation>fragt nach einem Kennwort</translation>
    </message>
    <message>
        <source>no longer here</source>
        <translation>nicht mehr hier</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>People of this register</source>
        <translation>Personen dieses Registers</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person eintragen</translation>
    </message>
    <message>
        <source>Erase this person&apos;s data ...</source>
        <translation>Daten dieser Person löschen ...</translation>
    </message>
    <message>
        <source>Erase anybody&apos;s data ...</source>
        <translation>Daten von jemandem löschen ...</translation>
    </message>
    <message>
        <source>Nobody is on the list yet, so everybody may do everything. Add yourself first.</source>
        <translation>Noch steht niemand auf der Liste, daher dürfen alle alles. Tragen Sie sich zuerst selbst ein.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>beside signatures</source>
        <translation>steht bei Unterschriften</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>May act as</source>
        <translation>Darf handeln als</translation>
    </message>
    <message>
        <source>Reporter: reports and sees what became of it. Coordinator: leads incidents. Manager: overrides and signs. Auditor: reads everything. Administrator: changes these settings.</source>
        <translation>Meldende Person: meldet und sieht, was daraus wurde. Koordination: führt Vorgänge. Leitung: entscheidet über Ausnahmen und unterschreibt. Prüfung: liest alles. Verwaltung: ändert diese Einstellungen.</translation>
    </message>
    <message>
        <source>Take off the lists</source>
        <translation>Von den Listen nehmen</translation>
    </message>
    <message>
        <source>Restore to the lists</source>
        <translation>Wieder in die Listen aufnehmen</translation>
    </message>
    <message>
        <source>The password is set.</source>
        <translation>Das Kennwort ist gesetzt.</translation>
    </message>
    <message>
        <source>The password is taken away.</source>
        <translation>Das Kennwort ist entfernt.</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>The first person looks after these settings: tick Administrator as well.</source>
        <translation>Die erste Person betreut diese Einstellungen: Kreuzen Sie auch Verwaltung an.</translation>
    </message>
    <message>
        <source>{name} is on the list.</source>
        <translation>{name} steht auf der Liste.</translation>
    </message>
    <message>
        <source>Person saved.</source>
        <translation>Person gespeichert.</translation>
    </message>
    <message>
        <source>{name} is off the lists. Old records keep the name.</source>
        <translation>{name} steht nicht mehr auf den Listen. Alte Vorgänge behalten den Namen.</translation>
    </message>
    <message>
        <source>{name} is on the lists again.</source>
        <translation>{name} steht wieder auf den Listen.</translation>
    </message>
</context>
<context>
    <name>PersonDelegate</name>
    <message>
        <source>no longer here</source>
        <translation>nicht mehr hier</translation>
    </message>
</context>
<context>
    <name>PickField</name>
    <message>
        <source>This is not on the list. Choose one of the list, or empty the field.</source>
        <translation>Das steht nicht auf der Liste. Wählen Sie aus der Liste oder leeren Sie das Feld.</translation>
    </message>
    <message>
        <source>{label}, choices</source>
        <translation>{label}, Auswahl</translation>
    </message>
    <message>
        <source>No entry of the list fits.</source>
        <translation>Kein Eintrag der Liste passt.</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Liste zeigen</translation>
    </message>
</context>
<context>
    <name>PlacesPart</name>
    <message>
        <source>Places that are not here yet</source>
        <translation>Orte, die noch nicht hier sind</translation>
    </message>
    <message>
        <source>Add these places to the register</source>
        <translation>Diese Orte ins Register aufnehmen</translation>
    </message>
</context>
<context>
    <name>PlacesSection</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>Ort anlegen</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>stands at the top</source>
        <translation>steht ganz oben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>such as W3 or HALL1</source>
        <translation>etwa W3 oder HALLE1</translation>
    </message>
    <message>
        <source>Begins the numbers of its records. Empty: the code of what it lies in.</source>
        <translation>Damit beginnen die Nummern seiner Vorgänge. Leer: das Kürzel des übergeordneten Orts.</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <source>New place</source>
        <translation>Neuer Ort</translation>
    </message>
    <message>
        <source>{name} added.</source>
        <translation>{name} ist angelegt.</translation>
    </message>
    <message>
        <source>Place saved.</source>
        <translation>Ort gespeichert.</translation>
    </message>
    <message>
        <source>{name} is offered again.</source>
        <translation>{name} steht wieder zur Wahl.</translation>
    </message>
    <message>
        <source>{name} is not offered any more.</source>
        <translation>{name} steht nicht mehr zur Wahl.</translation>
    </message>
</context>
<context>
    <name>PlanPart</name>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Done by an earlier plan</source>
        <translation>Nach einem früheren Plan erledigt</translation>
    </message>
    <message>
        <source>The plan for this category is: {name}. What is ticked stays.</source>
        <translation>Der Plan dieser Kategorie ist: {name}. Was abgehakt ist, bleibt.</translation>
    </message>
    <message>
        <source>{done} of {all} steps done</source>
        <translation>{done} von {all} Schritten erledigt</translation>
    </message>
    <message>
        <source>Ticked.</source>
        <translation>Abgehakt.</translation>
    </message>
    <message>
        <source>Tick taken back.</source>
        <translation>Haken zurückgenommen.</translation>
    </message>
    <message>
        <source>Plan exchanged.</source>
        <translation>Plan ausgetauscht.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Open incident</source>
        <translation>Vorgang öffnen</translation>
    </message>
    <message>
        <source>Print record</source>
        <translation>Akte drucken</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Choose a record in the table to see it here.</source>
        <translation>Wählen Sie einen Vorgang in der Tabelle, um ihn hier zu sehen.</translation>
    </message>
    <message>
        <source>{step}, since {time}</source>
        <translation>{step}, seit {time}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>Nächster Termin</translation>
    </message>
    <message>
        <source>Still to be completed: {needs}</source>
        <translation>Noch zu ergänzen: {needs}</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} von {total} erledigt</translation>
    </message>
</context>
<context>
    <name>PrintsRead</name>
    <message>
        <source>Nobody has printed this record so far.</source>
        <translation>Bisher hat niemand diesen Vorgang gedruckt.</translation>
    </message>
</context>
<context>
    <name>ProblemFrom</name>
    <message>
        <source>Open it</source>
        <translation>Anlegen</translation>
    </message>
</context>
<context>
    <name>PromiseBlock</name>
    <message>
        <source>Move to ...</source>
        <translation>Verschieben ...</translation>
    </message>
    <message>
        <source>Write the update</source>
        <translation>Rückmeldung schreiben</translation>
    </message>
    <message>
        <source>Promised: next update to {whom}, {time}</source>
        <translation>Zugesagt: nächste Rückmeldung an {whom}, {time}</translation>
    </message>
    <message>
        <source>By {name}</source>
        <translation>Zuständig: {name}</translation>
    </message>
</context>
<context>
    <name>ProofFacts</name>
    <message>
        <source>What stands behind this register</source>
        <translation>Was hinter diesem Register steht</translation>
    </message>
    <message>
        <source>What it cannot prove: who owns the file and this PC could rewrite whatever left no trace elsewhere, on no paper, in no backup and on no other PC. So print what matters, and keep backups in another place.</source>
        <translation>Was es nicht beweisen kann: Wem Datei und PC gehören, der könnte umschreiben, was anderswo keine Spur hinterließ, auf keinem Papier, in keiner Sicherung und auf keinem anderen PC. Drucken Sie also, was wichtig ist, und bewahren Sie Sicherungen an einem anderen Ort auf.</translation>
    </message>
    <message>
        <source>At the last check something did not hold. Check everything again.</source>
        <translation>Bei der letzten Prüfung stimmte etwas nicht. Prüfen Sie noch einmal alles.</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Aufgeschrieben</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Versiegelt</translation>
    </message>
    <message>
        <source>Remembered by this PC</source>
        <translation>Dieser PC weiß</translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation>Zuletzt geprüft</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Nobody has checked everything on this PC yet. It takes a moment: press Check everything.</source>
        <translation>Auf diesem PC hat noch niemand alles geprüft. Es dauert einen Moment: Drücken Sie Alles prüfen.</translation>
    </message>
    <message>
        <source>Nothing was changed behind the program&apos;s back, as far as it was checked.</source>
        <translation>Nichts wurde am Programm vorbei geändert, soweit geprüft wurde.</translation>
    </message>
    <message>
        <source>{count} entries since {when}. Each says what was changed from what to what, when and by whom; none is ever overwritten.</source>
        <translation>{count} Einträge seit {when}. Jeder sagt, was von was auf was geändert wurde, wann und von wem; keiner wird je überschrieben.</translation>
    </message>
    <message>
        <source>Not yet. The next signature, print or backup seals what is written.</source>
        <translation>Noch nicht. Die nächste Unterschrift, der nächste Druck oder die nächste Sicherung versiegelt, was geschrieben ist.</translation>
    </message>
    <message>
        <source>All entries up to {index} hang together in one line; its fingerprint is {words}. To change or take out any of them would break it.</source>
        <translation>Alle Einträge bis {index} hängen in einer Reihe zusammen; ihr Fingerabdruck ist {words}. Wer einen davon ändert oder herausnimmt, zerreißt sie.</translation>
    </message>
    <message numerus="yes">
        <source>%n newer ones are sealed with the next signature, print or backup.</source>
        <translation>
            <numerusform>%n neuerer wird mit der nächsten Unterschrift, dem nächsten Druck oder der nächsten Sicherung versiegelt.</numerusform>
            <numerusform>%n neuere werden mit der nächsten Unterschrift, dem nächsten Druck oder der nächsten Sicherung versiegelt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet. From the next signature, print or closing on, this PC notices an older copy.</source>
        <translation>Noch nichts. Ab der nächsten Unterschrift, dem nächsten Druck oder dem Schließen bemerkt dieser PC eine ältere Kopie.</translation>
    </message>
    <message>
        <source>This PC has seen it up to entry {index}. An older copy put in its place would be noticed, with the number of entries that are missing.</source>
        <translation>Dieser PC hat es bis Eintrag {index} gesehen. Eine ältere Kopie an seiner Stelle würde bemerkt, mit der Zahl der fehlenden Einträge.</translation>
    </message>
    <message>
        <source>never on this PC</source>
        <translation>auf diesem PC noch nie</translation>
    </message>
    <message numerus="yes">
        <source>%n things did not hold, {when}</source>
        <translation>
            <numerusform>%n Stelle stimmte nicht, {when}</numerusform>
            <numerusform>%n Stellen stimmten nicht, {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>everything holds, %n entries, {when}</source>
        <translation>
            <numerusform>alles stimmt, %n Eintrag, {when}</numerusform>
            <numerusform>alles stimmt, %n Einträge, {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what was new holds, %n entries, {when}</source>
        <translation>
            <numerusform>das Neue stimmt, %n Eintrag, {when}</numerusform>
            <numerusform>das Neue stimmt, %n Einträge, {when}</numerusform>
        </translation>
    </message>
    <message>
        <source>{when} from {backup}, accepted by {who}; {count} entries were lost</source>
        <translation>{when} aus {backup}, angenommen von {who}; verlorene Einträge: {count}</translation>
    </message>
    <message>
        <source>{when} from {backup}; {count} entries were lost</source>
        <translation>{when} aus {backup}; verlorene Einträge: {count}</translation>
    </message>
</context>
<context>
    <name>ProseField</name>
    <message>
        <source>That would be {length} characters; {limit} fit here. The text is as it was before.</source>
        <translation>Das wären {length} Zeichen, Platz ist für {limit}. Der Text ist wie zuvor.</translation>
    </message>
</context>
<context>
    <name>ProtectingSheet</name>
    <message>
        <source>Back to the register</source>
        <translation>Zurück zum Register</translation>
    </message>
    <message>
        <source>The register is being protected, and checked to its last entry. Leave this window open.</source>
        <translation>Das Register wird geschützt und bis zum letzten Eintrag geprüft. Lassen Sie dieses Fenster offen.</translation>
    </message>
    <message>
        <source>The register gets its new passphrase and is checked to its last entry. Leave this window open.</source>
        <translation>Das Register bekommt seine neue Passphrase und wird bis zum letzten Eintrag geprüft. Lassen Sie dieses Fenster offen.</translation>
    </message>
    <message>
        <source>The passphrase is removed and the register checked to its last entry. Leave this window open.</source>
        <translation>Die Passphrase wird entfernt und das Register bis zum letzten Eintrag geprüft. Lassen Sie dieses Fenster offen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Nothing was changed.</source>
        <translation>Im Programm ist ein Fehler aufgetreten. Nichts wurde verändert.</translation>
    </message>
</context>
<context>
    <name>ProtectionPart</name>
    <message>
        <source>Protect with a passphrase ...</source>
        <translation>Mit einer Passphrase schützen ...</translation>
    </message>
    <message>
        <source>Change the passphrase ...</source>
        <translation>Passphrase ändern ...</translation>
    </message>
    <message>
        <source>Remove the passphrase ...</source>
        <translation>Passphrase entfernen ...</translation>
    </message>
    <message>
        <source>Where the recovery key goes</source>
        <translation>Wohin der Wiederherstellungsschlüssel kommt</translation>
    </message>
    <message>
        <source>Papers (*.pdf)</source>
        <translation>Papiere (*.pdf)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{count} characters or more. Four or five words with blanks are good.</source>
        <translation>Mindestens {count} Zeichen. Vier oder fünf Wörter mit Leerzeichen sind gut.</translation>
    </message>
    <message>
        <source>A page to print and lock away. It opens the register when the passphrase is lost.</source>
        <translation>Eine Seite zum Drucken und Wegschließen. Sie öffnet das Register, wenn die Passphrase verloren ist.</translation>
    </message>
    <message>
        <source>Passphrase now, or recovery key</source>
        <translation>Jetzige Passphrase oder Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>File for the recovery key</source>
        <translation>Datei für den Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Who can read the file?</source>
        <translation>Wer kann die Datei lesen?</translation>
    </message>
    <message>
        <source>The file is protected: without its passphrase or its recovery key nobody can read it.</source>
        <translation>Die Datei ist geschützt: Ohne ihre Passphrase oder ihren Wiederherstellungsschlüssel kann niemand sie lesen.</translation>
    </message>
    <message>
        <source>Whoever has the file can read it. A passphrase makes it unreadable to everybody else.</source>
        <translation>Wer die Datei hat, kann sie lesen. Eine Passphrase macht sie für alle anderen unlesbar.</translation>
    </message>
    <message>
        <source>Recovery key of {name}.pdf</source>
        <translation>Wiederherstellungsschlüssel von {name}.pdf</translation>
    </message>
    <message>
        <source>Who loses the passphrase and the recovery key loses the register: nobody can help then.</source>
        <translation>Wer Passphrase und Wiederherstellungsschlüssel verliert, verliert das Register: Dann kann niemand mehr helfen.</translation>
    </message>
    <message>
        <source>Afterwards whoever has the file can read everything in it.</source>
        <translation>Danach kann jeder, der die Datei hat, alles darin lesen.</translation>
    </message>
    <message>
        <source>Remove the passphrase</source>
        <translation>Passphrase entfernen</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Protect the register</source>
        <translation>Register schützen</translation>
    </message>
    <message>
        <source>Choose a place, or write the whole path.</source>
        <translation>Wählen Sie einen Ordner oder schreiben Sie den ganzen Pfad.</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>About the whole sheet</source>
        <translation>Zur ganzen Tabelle</translation>
    </message>
    <message>
        <source>day, month, year</source>
        <translation>Tag, Monat, Jahr</translation>
    </message>
    <message>
        <source>month, day, year</source>
        <translation>Monat, Tag, Jahr</translation>
    </message>
    <message>
        <source>year, month, day</source>
        <translation>Jahr, Monat, Tag</translation>
    </message>
    <message>
        <source>00:00 means: time not known</source>
        <translation>00:00 heißt: Uhrzeit nicht bekannt</translation>
    </message>
    <message>
        <source>{step}: imported, steps not recorded</source>
        <translation>{step}: übernommen, Schritte nicht dokumentiert</translation>
    </message>
    <message>
        <source>Closed are rows that say</source>
        <translation>Geschlossen sind Zeilen mit</translation>
    </message>
    <message>
        <source>Dates are written as</source>
        <translation>Reihenfolge der Daten</translation>
    </message>
    <message>
        <source>Times are those of</source>
        <translation>Zeiten gelten in</translation>
    </message>
    <message>
        <source>Numbers are written as</source>
        <translation>Schreibweise der Zahlen</translation>
    </message>
    <message>
        <source>Whether a row was closed is told by</source>
        <translation>Ob eine Zeile geschlossen war, sagt</translation>
    </message>
    <message>
        <source>Open rows come to</source>
        <translation>Offene Zeilen kommen in</translation>
    </message>
    <message>
        <source>Closed rows come to</source>
        <translation>Geschlossene Zeilen kommen in</translation>
    </message>
    <message>
        <source>nothing: all rows are open</source>
        <translation>nichts: alle Zeilen sind offen</translation>
    </message>
    <message>
        <source>{text} means {date}</source>
        <translation>{text} heißt {date}</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Old list</source>
        <translation>Alte Liste</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Maßnahmen</translation>
    </message>
    <message>
        <source>People told</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Auswirkungen</translation>
    </message>
    <message>
        <source>Start now?</source>
        <translation>Beginnen?</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Maßnahmen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>Pflichten</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Nachverfolgung</translation>
    </message>
    <message>
        <source>not on its way</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht dokumentiert</translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation>{count} fehlen</translation>
    </message>
    <message>
        <source>{count} in force</source>
        <translation>{count} in Kraft</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} fällig</translation>
    </message>
    <message>
        <source>{count} told</source>
        <translation>{count} informiert</translation>
    </message>
    <message>
        <source>nothing missing</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>done {time}</source>
        <translation>{time}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>✓</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} von {all}</translation>
    </message>
    <message>
        <source>Update to {whom}</source>
        <translation>Rückmeldung an {whom}</translation>
    </message>
    <message>
        <source>sent {time}</source>
        <translation>gesendet {time}</translation>
    </message>
    <message>
        <source>1 missing</source>
        <translation>1 fehlt</translation>
    </message>
</context>
<context>
    <name>RankedList</name>
    <message>
        <source>What comes first</source>
        <translation>Was zuerst kommt</translation>
    </message>
</context>
<context>
    <name>RatingForm</name>
    <message>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <source>As it could have been</source>
        <translation>Wie es hätte sein können</translation>
    </message>
    <message>
        <source>What to mark in the matrix</source>
        <translation>Was in der Matrix markiert wird</translation>
    </message>
    <message>
        <source>As it was: {column}, {row}: {score}, {level}.</source>
        <translation>Es war: {column}, {row}: {score}, {level}.</translation>
    </message>
    <message>
        <source>As it could have been: {column}, {row}: {score}, {level}.</source>
        <translation>Hätte sein können: {column}, {row}: {score}, {level}.</translation>
    </message>
    <message>
        <source>The higher of the two counts.</source>
        <translation>Der höhere der beiden Werte zählt.</translation>
    </message>
</context>
<context>
    <name>RatingPart</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Other ...</source>
        <translation>Andere ...</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Take {level}</source>
        <translation>{level} übernehmen</translation>
    </message>
    <message>
        <source>Mark in the matrix how it was and how it could have been.</source>
        <translation>Markieren Sie in der Matrix, wie es war und wie es hätte sein können.</translation>
    </message>
    <message>
        <source>Another priority was chosen: {reason}</source>
        <translation>Andere Priorität gewählt: {reason}</translation>
    </message>
</context>
<context>
    <name>ReadingNotes</name>
    <message>
        <source>The headings were read from two rows; the second one says: {words}. Where that is an incident, write a heading above every column of the sheet.</source>
        <translation>Die Überschriften wurden aus zwei Zeilen gelesen; in der zweiten steht: {words}. Ist das ein Vorgang, schreiben Sie in der Tabelle über jede Spalte eine Überschrift.</translation>
    </message>
    <message numerus="yes">
        <source>{column}: what %n formulas give is not in the file, so nothing is read there (lines {lines}). Open it in LibreOffice or Excel, save it, and bring it in again.</source>
        <translation>
            <numerusform>{column}: Was %n Formel ergibt, steht nicht in der Datei; dort wird nichts gelesen (Zeile {lines}). Öffnen Sie sie in LibreOffice oder Excel, speichern Sie sie und übernehmen Sie sie noch einmal.</numerusform>
            <numerusform>{column}: Was %n Formeln ergeben, steht nicht in der Datei; dort wird nichts gelesen (Zeilen {lines}). Öffnen Sie sie in LibreOffice oder Excel, speichern Sie sie und übernehmen Sie sie noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some rows show the day first, others the month. Look at the dates that could be both.</source>
        <translation>Manche Zeilen nennen zuerst den Tag, andere den Monat. Prüfen Sie die Daten, die beides sein können.</translation>
    </message>
    <message>
        <source>“{text}” is read as {meant}. No row shows whether its sign parts thousands or decimals; say it under Columns where this is wrong.</source>
        <translation>„{text}“ gilt als {meant}. Keine Zeile zeigt, ob das Zeichen Tausender oder Dezimalstellen trennt; geben Sie es unter Spalten an, wenn das nicht stimmt.</translation>
    </message>
    <message>
        <source>{column}: the hours count in {zone}, as the heading says.</source>
        <translation>{column}: Die Uhrzeiten gelten in {zone}, wie die Überschrift sagt.</translation>
    </message>
    <message>
        <source>{column}: {word} can be several zones. The hours count in {zone}.</source>
        <translation>{column}: {word} kann mehrere Zonen meinen. Die Uhrzeiten gelten in {zone}.</translation>
    </message>
    <message>
        <source>{column}: several zones stand there; the hours of each row count in its own, {zone} where it says none.</source>
        <translation>{column}: Dort stehen mehrere Zonen; die Uhrzeiten jeder Zeile gelten in ihrer eigenen, ohne Angabe in {zone}.</translation>
    </message>
    <message numerus="yes">
        <source>{field}: %n cells are no date and stay in the row as they stood: {words}</source>
        <translation>
            <numerusform>{field}: %n Zelle ist kein Datum und bleibt in der Zeile, wie sie dastand: {words}</numerusform>
            <numerusform>{field}: %n Zellen sind kein Datum und bleiben in der Zeile, wie sie dastanden: {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field}: %n cells are no number and stay in the row as they stood: {words}</source>
        <translation>
            <numerusform>{field}: %n Zelle ist keine Zahl und bleibt in der Zeile, wie sie dastand: {words}</numerusform>
            <numerusform>{field}: %n Zellen sind keine Zahl und bleiben in der Zeile, wie sie dastanden: {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field}: %n cells are no date; their rows come in closed, without a day: {words}</source>
        <translation>
            <numerusform>{field}: %n Zelle ist kein Datum; ihre Zeile wird als abgeschlossen übernommen, ohne Tag: {words}</numerusform>
            <numerusform>{field}: %n Zellen sind kein Datum; ihre Zeilen werden als abgeschlossen übernommen, ohne Tag: {words}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{field}: %n cells name no day that was; their rows come in open: {words}</source>
        <translation>
            <numerusform>{field}: %n Zelle nennt keinen Tag, der war; ihre Zeile wird als offen übernommen: {words}</numerusform>
            <numerusform>{field}: %n Zellen nennen keinen Tag, der war; ihre Zeilen werden als offen übernommen: {words}</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out above the headings: {lines}</source>
        <translation>Über den Überschriften weggelassen: {lines}</translation>
    </message>
    <message numerus="yes">
        <source>%n cells hold letters that nobody writes, such as “{sample}”. Choose under File how letters are written, until the sheet reads right.</source>
        <translation>
            <numerusform>%n Zelle enthält Zeichen, die niemand schreibt, etwa „{sample}“. Wählen Sie unter Datei, wie die Zeichen geschrieben sind, bis die Tabelle richtig zu lesen ist.</numerusform>
            <numerusform>%n Zellen enthalten Zeichen, die niemand schreibt, etwa „{sample}“. Wählen Sie unter Datei, wie die Zeichen geschrieben sind, bis die Tabelle richtig zu lesen ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells hold letters that nobody writes, such as “{sample}”. They stand so in the sheet itself.</source>
        <translation>
            <numerusform>%n Zelle enthält Zeichen, die niemand schreibt, etwa „{sample}“. Sie stehen so in der Tabelle selbst.</numerusform>
            <numerusform>%n Zellen enthalten Zeichen, die niemand schreibt, etwa „{sample}“. Sie stehen so in der Tabelle selbst.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonPopover</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>RecordList</name>
    <message>
        <source>Knowledge records</source>
        <translation>Einträge des Wissens</translation>
    </message>
</context>
<context>
    <name>RecordPaper</name>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>{number} öffnen</translation>
    </message>
    <message>
        <source>Nothing is written about it.</source>
        <translation>Dazu ist nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Open again ...</source>
        <translation>Wieder öffnen ...</translation>
    </message>
    <message>
        <source>Print ...</source>
        <translation>Drucken ...</translation>
    </message>
    <message>
        <source>Add an incident ...</source>
        <translation>Vorgang hinzufügen ...</translation>
    </message>
    <message>
        <source>No incident is linked yet.</source>
        <translation>Noch ist kein Vorgang verknüpft.</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Entry {position}</source>
        <translation>Eintrag {position}</translation>
    </message>
    <message>
        <source>Withdraw ...</source>
        <translation>Zurückziehen ...</translation>
    </message>
    <message>
        <source>Conclude ...</source>
        <translation>Abschließen ...</translation>
    </message>
    <message>
        <source>Looked at again ...</source>
        <translation>Wieder angesehen ...</translation>
    </message>
    <message>
        <source>Publish ...</source>
        <translation>Veröffentlichen ...</translation>
    </message>
    <message>
        <source>A change on the page Knowledge is not saved yet. Closed now, it is lost.</source>
        <translation>Eine Änderung auf der Seite Wissen ist noch nicht gespeichert. Wird jetzt geschlossen, ist sie verloren.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>RegisterCheck</name>
    <message>
        <source>Does the register still say what was written?</source>
        <translation>Sagt das Register noch, was geschrieben wurde?</translation>
    </message>
    <message>
        <source>Check what is new</source>
        <translation>Neues prüfen</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Alles prüfen</translation>
    </message>
    <message>
        <source>The check follows the links of all entries, works out from the journal what must stand in the register, and compares. It changes nothing.</source>
        <translation>Die Prüfung folgt allen Gliedern, leitet aus dem Journal ab, was im Register stehen muss, und vergleicht. Sie verändert nichts.</translation>
    </message>
    <message>
        <source>A check of what is new looks at what changed since the last check, signature or print, or since the program was closed.</source>
        <translation>Die Prüfung des Neuen sieht an, was sich seit der letzten Prüfung, Unterschrift oder dem letzten Druck geändert hat, oder seit das Programm geschlossen wurde.</translation>
    </message>
    <message>
        <source>The journal is being checked.</source>
        <translation>Das Journal wird geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n entries were looked at.</source>
        <translation>
            <numerusform>Angehalten. %n Eintrag wurde geprüft.</numerusform>
            <numerusform>Angehalten. %n Einträge wurden geprüft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterHeader</name>
    <message>
        <source>Heads of the columns</source>
        <translation>Spaltenköpfe</translation>
    </message>
</context>
<context>
    <name>RegisterModel</name>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>is being read</source>
        <translation>wird gelesen</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>No incident is recorded yet. Reports that are filed appear here.</source>
        <translation>Noch ist kein Vorgang erfasst. Eingereichte Meldungen erscheinen hier.</translation>
    </message>
    <message>
        <source>Report an incident</source>
        <translation>Ereignis melden</translation>
    </message>
    <message>
        <source>Bring in your old sheet</source>
        <translation>Alte Tabelle übernehmen</translation>
    </message>
    <message>
        <source>No incident fits this filter.</source>
        <translation>Kein Vorgang passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message numerus="yes">
        <source>%n changes: show</source>
        <translation>
            <numerusform>%n Änderung: anzeigen</numerusform>
            <numerusform>%n Änderungen: anzeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading ...</source>
        <translation>Wird gelesen ...</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incidents</source>
        <translation>
            <numerusform>%Ln Vorgang</numerusform>
            <numerusform>%Ln Vorgänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln incidents</source>
        <translation>
            <numerusform>{count} von %Ln Vorgang</numerusform>
            <numerusform>{count} von %Ln Vorgängen</numerusform>
        </translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Print record ...</source>
        <translation>Akte drucken ...</translation>
    </message>
    <message numerus="yes">
        <source>Print list of %n records ...</source>
        <translation>
            <numerusform>Liste von %n Vorgang drucken ...</numerusform>
            <numerusform>Liste von %n Vorgängen drucken ...</numerusform>
        </translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Diesen Filter speichern</translation>
    </message>
    <message>
        <source>The filter {name} is saved.</source>
        <translation>Der Filter {name} ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>RegisterSection</name>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Does it still say what was written?</source>
        <translation>Steht noch da, was geschrieben wurde?</translation>
    </message>
    <message>
        <source>{count} at {step}</source>
        <translation>{count} bei {step}</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n insgesamt</numerusform>
            <numerusform>%n insgesamt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the inbox</source>
        <translation>
            <numerusform>%n im Eingang</numerusform>
            <numerusform>%n im Eingang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concluded</source>
        <translation>
            <numerusform>%n abgeschlossen</numerusform>
            <numerusform>%n abgeschlossen</numerusform>
        </translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>Art der Einrichtung</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>recorded up to entry {index}</source>
        <translation>vermerkt bis Eintrag {index}</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message numerus="yes">
        <source>%n times from a backup</source>
        <translation>
            <numerusform>%n Mal aus einer Sicherung</numerusform>
            <numerusform>%n Mal aus einer Sicherung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterTable</name>
    <message>
        <source>Records</source>
        <translation>Vorgänge</translation>
    </message>
</context>
<context>
    <name>RegisterTools</name>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>Doppelte suchen</translation>
    </message>
    <message>
        <source>More room between the rows</source>
        <translation>Mehr Platz zwischen den Zeilen</translation>
    </message>
    <message>
        <source>Preview beside the table (Space)</source>
        <translation>Vorschau neben der Tabelle (Leertaste)</translation>
    </message>
    <message>
        <source>Bring in ...</source>
        <translation>Übernehmen ...</translation>
    </message>
    <message>
        <source>Hand out ...</source>
        <translation>Weitergeben ...</translation>
    </message>
    <message>
        <source>An old list of incidents, from a sheet</source>
        <translation>Eine alte Liste von Vorgängen, aus einer Tabelle</translation>
    </message>
    <message>
        <source>What the table shows, as a sheet or a calendar</source>
        <translation>Was die Tabelle zeigt, als Tabellendatei oder Kalender</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Save this filter ...</source>
        <translation>Diesen Filter speichern ...</translation>
    </message>
</context>
<context>
    <name>ReportAside</name>
    <message>
        <source>What happens next</source>
        <translation>Wie es weitergeht</translation>
    </message>
    <message>
        <source>You get a number</source>
        <translation>Sie erhalten eine Nummer</translation>
    </message>
    <message>
        <source>Keep it; anybody can find the report by it.</source>
        <translation>Damit lässt sich die Meldung jederzeit finden.</translation>
    </message>
    <message>
        <source>The coordinator reads it</source>
        <translation>Die Koordination liest die Meldung</translation>
    </message>
    <message>
        <source>You can see what became of it</source>
        <translation>Sie sehen, was daraus wurde</translation>
    </message>
    <message>
        <source>Sign in and type the number into the search box, or ask the coordinator.</source>
        <translation>Melden Sie sich an und schreiben Sie die Nummer in das Suchfeld, oder fragen Sie die Koordination.</translation>
    </message>
    <message>
        <source>It waits in the inbox until then.</source>
        <translation>Bis dahin wartet sie im Eingang.</translation>
    </message>
    <message>
        <source>{name}, phone {phone}</source>
        <translation>{name}, Telefon {phone}</translation>
    </message>
    <message>
        <source>{names} and others</source>
        <translation>{names} und andere</translation>
    </message>
    <message>
        <source>Your report is {number}.</source>
        <translation>Ihre Meldung ist {number}.</translation>
    </message>
</context>
<context>
    <name>ReportLessons</name>
    <message>
        <source>What was learnt here before:</source>
        <translation>Was hier schon gelernt wurde:</translation>
    </message>
</context>
<context>
    <name>ReportList</name>
    <message>
        <source>Reports waiting</source>
        <translation>Wartende Meldungen</translation>
    </message>
    <message>
        <source>Double-click or Enter opens the whole report.</source>
        <translation>Doppelklick oder Eingabetaste öffnet die ganze Meldung.</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Report an incident</source>
        <translation>Ereignis melden</translation>
    </message>
    <message>
        <source>Your unsent report is back.</source>
        <translation>Ihre nicht gesendete Meldung ist wieder da.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>The draft cannot be kept on this disk. Send the report now.</source>
        <translation>Der Entwurf lässt sich auf diesem Datenträger nicht aufbewahren. Senden Sie die Meldung jetzt.</translation>
    </message>
    <message>
        <source>Kept on this PC. It comes back when you report again.</source>
        <translation>Auf diesem PC aufbewahrt. Beim nächsten Melden ist der Entwurf wieder da.</translation>
    </message>
    <message>
        <source>Without a name nothing is kept on disk. It waits here until the program is closed.</source>
        <translation>Ohne Namen wird nichts auf dem Datenträger aufbewahrt. Die Meldung wartet hier, bis das Programm geschlossen wird.</translation>
    </message>
    <message>
        <source>A report takes no files. Send it, then show the file to whoever leads the incident.</source>
        <translation>Eine Meldung nimmt keine Dateien auf. Senden Sie sie und zeigen Sie die Datei dann der Person, die den Vorgang führt.</translation>
    </message>
    <message>
        <source>A report is begun already. Send it or throw it away first.</source>
        <translation>Eine Meldung ist schon begonnen. Senden oder verwerfen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>As in {number}: kind, place, category and equipment. Say what happened this time.</source>
        <translation>Wie in {number}: Art, Ort, Kategorie und Geräte. Sagen Sie, was diesmal geschah.</translation>
    </message>
    <message>
        <source>Report {number} is in the inbox.</source>
        <translation>Meldung {number} ist im Eingang.</translation>
    </message>
</context>
<context>
    <name>ReportPreview</name>
    <message>
        <source>The report</source>
        <translation>Die Meldung</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Erfasst</translation>
    </message>
</context>
<context>
    <name>ReportSheet</name>
    <message>
        <source>Just now</source>
        <translation>Gerade eben</translation>
    </message>
    <message>
        <source>Earlier this shift</source>
        <translation>Früher in der Schicht</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>An einem anderen Tag</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Send without my name</source>
        <translation>Ohne meinen Namen senden</translation>
    </message>
    <message>
        <source>Send report</source>
        <translation>Meldung senden</translation>
    </message>
    <message>
        <source>Finish later</source>
        <translation>Später fertig schreiben</translation>
    </message>
    <message>
        <source>Report an incident</source>
        <translation>Ereignis melden</translation>
    </message>
    <message>
        <source>Five questions, under a minute</source>
        <translation>Fünf Fragen, keine Minute</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>Was ist es?</translation>
    </message>
    <message>
        <source>a sentence or two, no names of people</source>
        <translation>ein, zwei Sätze, keine Namen</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Was ist passiert?</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>Wo?</translation>
    </message>
    <message>
        <source>When did it happen?</source>
        <translation>Wann ist es passiert?</translation>
    </message>
    <message>
        <source>only the coordinator sees it</source>
        <translation>sieht nur die Koordination</translation>
    </message>
    <message>
        <source>Who reports?</source>
        <translation>Wer meldet?</translation>
    </message>
    <message>
        <source>Not on the list. It is sent as you wrote it.</source>
        <translation>Nicht auf der Liste. Es wird gesendet, wie Sie es geschrieben haben.</translation>
    </message>
    <message>
        <source>Sent without a name.</source>
        <translation>Ohne Namen gesendet.</translation>
    </message>
    <message>
        <source>{count} of 5 answered, name is optional</source>
        <translation>{count} von 5 beantwortet, Name freiwillig</translation>
    </message>
    <message>
        <source>Needed: what happened. Where, when and a name help, if you know them.</source>
        <translation>Nötig: was passiert ist. Wo, wann und ein Name helfen, wenn Sie sie kennen.</translation>
    </message>
    <message>
        <source>Kept as a draft {time}</source>
        <translation>Als Entwurf aufbewahrt {time}</translation>
    </message>
    <message>
        <source>Sent as {number}</source>
        <translation>Gesendet als {number}</translation>
    </message>
</context>
<context>
    <name>ReportTop</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Sign in to see the register</source>
        <translation>Anmelden, um das Register zu sehen</translation>
    </message>
    <message>
        <source>Someone hurt or in danger? Call {phone} first.</source>
        <translation>Jemand verletzt oder in Gefahr? Zuerst {phone} anrufen.</translation>
    </message>
    <message>
        <source>Someone hurt or in danger? Get help first.</source>
        <translation>Jemand verletzt oder in Gefahr? Zuerst Hilfe holen.</translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message>
        <source>The file stays as it is. The backup becomes a new register beside it.</source>
        <translation>Die Datei bleibt, wie sie ist. Aus der Sicherung wird ein neues Register daneben.</translation>
    </message>
    <message>
        <source>The file stays as it is. A new register is made from it, beside it.</source>
        <translation>Die Datei bleibt, wie sie ist. Daneben entsteht aus ihr ein neues Register.</translation>
    </message>
    <message>
        <source>Make a new register</source>
        <translation>Ein neues Register machen</translation>
    </message>
    <message>
        <source>No backup was found in the folders this PC knows.</source>
        <translation>In den Ordnern, die dieser PC kennt, wurde keine Sicherung gefunden.</translation>
    </message>
    <message>
        <source>Look in another folder ...</source>
        <translation>In anderem Ordner suchen ...</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The new file is being made and checked.</source>
        <translation>Die neue Datei wird gemacht und geprüft.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Make the new register</source>
        <translation>Das neue Register machen</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>neueste</translation>
    </message>
    <message>
        <source>Where backups lie</source>
        <translation>Wo Sicherungen liegen</translation>
    </message>
</context>
<context>
    <name>RetentionRules</name>
    <message>
        <source>A category of its own ...</source>
        <translation>Eigene Regel für eine Kategorie ...</translation>
    </message>
    <message>
        <source>years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>A category with a rule of its own</source>
        <translation>Kategorie mit eigener Regel</translation>
    </message>
    <message>
        <source>Write whole years from 1 to {most}, or leave it empty where nothing is ever due.</source>
        <translation>Schreiben Sie ganze Jahre von 1 bis {most}, oder lassen Sie es leer, wenn nie etwas fällig wird.</translation>
    </message>
    <message>
        <source>Saved. Nothing is erased by itself.</source>
        <translation>Gespeichert. Von selbst wird nichts gelöscht.</translation>
    </message>
</context>
<context>
    <name>RetentionSection</name>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>How many years an incident is kept after its conclusion. Where no rule is stated, it is kept for ever.</source>
        <translation>Wie viele Jahre ein Vorgang nach seinem Abschluss aufbewahrt wird. Wo keine Regel steht, bleibt er für immer.</translation>
    </message>
</context>
<context>
    <name>Ring</name>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>left</source>
        <comment>time left</comment>
        <translation>übrig</translation>
    </message>
</context>
<context>
    <name>SaveTeller</name>
    <message>
        <source>All changes saved {time}</source>
        <translation>Alle Änderungen gespeichert {time}</translation>
    </message>
    <message>
        <source>Saving ...</source>
        <translation>Wird gespeichert ...</translation>
    </message>
    <message>
        <source>Not saved; it is tried again</source>
        <translation>Nicht gespeichert; es wird erneut versucht</translation>
    </message>
    <message>
        <source>Not saved yet; draft kept {time}</source>
        <translation>Noch nicht gespeichert; Entwurf aufbewahrt {time}</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>Filter umbenennen</translation>
    </message>
    <message>
        <source>The filter {name} is deleted.</source>
        <translation>Der Filter {name} ist gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>The draft cannot be kept on this disk. What you type is safe once it is saved.</source>
        <translation>Der Entwurf kann auf diesem Datenträger nicht aufbewahrt werden. Was Sie schreiben, ist sicher, sobald es gespeichert ist.</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>More than {count} records. One more word makes them fewer.</source>
        <translation>Mehr als {count} Vorgänge. Ein weiteres Wort macht sie weniger.</translation>
    </message>
    <message numerus="yes">
        <source>%n records, best first</source>
        <translation>
            <numerusform>%n Vorgang, beste zuerst</numerusform>
            <numerusform>%n Vorgänge, beste zuerst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records, newest first</source>
        <translation>
            <numerusform>%n Vorgang, neueste zuerst</numerusform>
            <numerusform>%n Vorgänge, neueste zuerst</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing fits. Take one of the filters away, or try fewer words.</source>
        <translation>Nichts passt. Nehmen Sie einen der Filter weg, oder versuchen Sie weniger Wörter.</translation>
    </message>
    <message>
        <source>No record yet. Reports appear here as soon as they are sent.</source>
        <translation>Noch kein Vorgang. Meldungen erscheinen hier, sobald sie gesendet sind.</translation>
    </message>
    <message>
        <source>Nothing holds all of these words. Try fewer words, or the beginning of one.</source>
        <translation>Nichts enthält alle diese Wörter. Versuchen Sie weniger Wörter oder den Anfang eines Worts.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Feststelltaste ist an</translation>
    </message>
</context>
<context>
    <name>SecretPanel</name>
    <message>
        <source>Take it away</source>
        <translation>Kennwort entfernen</translation>
    </message>
    <message>
        <source>{count} characters or more. A sentence is easy to remember.</source>
        <translation>Mindestens {count} Zeichen. Ein Satz ist leicht zu merken.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Kennwort</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Kennwort setzen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>{name} is asked for a password at sign-in and for each signature.</source>
        <translation>{name} wird bei der Anmeldung und bei jeder Unterschrift nach dem Kennwort gefragt.</translation>
    </message>
    <message>
        <source>{name} signs in without a password.</source>
        <translation>{name} meldet sich ohne Kennwort an.</translation>
    </message>
    <message>
        <source>Set a password ...</source>
        <translation>Kennwort setzen ...</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dasselbe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Set another ...</source>
        <translation>Anderes festlegen ...</translation>
    </message>
    <message>
        <source>The two are not the same. Type them again.</source>
        <translation>Die beiden sind nicht gleich. Geben Sie sie erneut ein.</translation>
    </message>
    <message>
        <source>Use {count} characters or more.</source>
        <translation>Verwenden Sie mindestens {count} Zeichen.</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>This register can only be read here.</source>
        <translation>Dieses Register kann hier nur gelesen werden.</translation>
    </message>
    <message>
        <source>Nobody on the list of people may change this.</source>
        <translation>Niemand auf der Personenliste darf dies ändern.</translation>
    </message>
    <message>
        <source>{names} and others can change this.</source>
        <translation>{names} und andere können dies ändern.</translation>
    </message>
    <message>
        <source>{names} can change this.</source>
        <translation>Ändern kann dies: {names}.</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Parts of the settings</source>
        <translation>Teile der Einstellungen</translation>
    </message>
</context>
<context>
    <name>SectionView</name>
    <message>
        <source>one of these is needed to go on</source>
        <translation>eines davon ist für den nächsten Schritt nötig</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n Angabe fehlt</numerusform>
            <numerusform>%n Angaben fehlen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help and person</source>
        <translation>Hilfe und Person</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Another card</source>
        <translation>Andere Karte</translation>
    </message>
    <message>
        <source>Another step</source>
        <translation>Anderer Schritt</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Vorgang öffnen</translation>
    </message>
    <message>
        <source>Lift the card, put it down</source>
        <translation>Karte aufnehmen, ablegen</translation>
    </message>
    <message>
        <source>Put the card back</source>
        <translation>Karte zurücklegen</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Another report</source>
        <translation>Andere Meldung</translation>
    </message>
    <message>
        <source>Accept the report</source>
        <translation>Meldung annehmen</translation>
    </message>
    <message>
        <source>Ask back</source>
        <translation>Rückfrage stellen</translation>
    </message>
    <message>
        <source>Join it to a record</source>
        <translation>Mit einem Vorgang vereinen</translation>
    </message>
    <message>
        <source>Not reportable</source>
        <translation>Nicht meldepflichtig</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>Meine Aufgaben</translation>
    </message>
    <message>
        <source>Tick the action: done now</source>
        <translation>Maßnahme abhaken: jetzt erledigt</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Open the record of a whole number</source>
        <translation>Vorgang zur vollständigen Nummer öffnen</translation>
    </message>
    <message>
        <source>From the box into the list</source>
        <translation>Vom Suchfeld in die Liste</translation>
    </message>
    <message>
        <source>Empty the box, then go back</source>
        <translation>Suchfeld leeren, dann zurück</translation>
    </message>
    <message>
        <source>Report an incident</source>
        <translation>Ereignis melden</translation>
    </message>
    <message>
        <source>Send the report</source>
        <translation>Meldung senden</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Add the copied picture or file</source>
        <translation>Kopiertes Bild oder Datei anhängen</translation>
    </message>
    <message>
        <source>Erase a person&apos;s data</source>
        <translation>Personendaten löschen</translation>
    </message>
    <message>
        <source>Take this wording</source>
        <translation>Diesen Wortlaut übernehmen</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Turn the page</source>
        <translation>Blättern</translation>
    </message>
    <message>
        <source>Larger or smaller page</source>
        <translation>Seite größer oder kleiner</translation>
    </message>
    <message>
        <source>The whole page</source>
        <translation>Ganze Seite</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Report an incident</source>
        <translation>Ereignis melden</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Type a name</source>
        <translation>Namen eingeben</translation>
    </message>
    <message>
        <source>People of this register</source>
        <translation>Personen dieses Registers</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Report without signing in</source>
        <translation>Melden ohne Anmeldung</translation>
    </message>
    <message>
        <source>This register has no list of people yet, so nobody signs in.</source>
        <translation>Dieses Register hat noch keine Personenliste, daher meldet sich niemand an.</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>Zu den Einstellungen</translation>
    </message>
    <message>
        <source>Who is at this PC?</source>
        <translation>Wer ist an diesem PC?</translation>
    </message>
    <message>
        <source>This is the demo. Choose {name} to look round as coordinator.</source>
        <translation>Das ist die Demo. Wählen Sie {name}, um sich als Koordination umzusehen.</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>Kennwort von {name}</translation>
    </message>
</context>
<context>
    <name>SignOffPart</name>
    <message>
        <source>Comes after the signature of: {role}.</source>
        <translation>Kommt nach der Unterschrift von: {role}.</translation>
    </message>
    <message>
        <source>For somebody other than {name} to sign.</source>
        <translation>Hier unterschreibt jemand anderes als {name}.</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>Unterschrieben.</translation>
    </message>
</context>
<context>
    <name>SignPanel</name>
    <message>
        <source>Your password, once more</source>
        <translation>Ihr Kennwort, noch einmal</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{name}: {meaning}</source>
        <translation>{name}: {meaning}</translation>
    </message>
    <message>
        <source>The signature covers entries 1 to {position} and locks the five steps.</source>
        <translation>Die Unterschrift umfasst die Einträge 1 bis {position} und sperrt die fünf Schritte.</translation>
    </message>
</context>
<context>
    <name>SigningPanel</name>
    <message>
        <source>Which PCs sign this register?</source>
        <translation>Welche PCs signieren dieses Register?</translation>
    </message>
    <message>
        <source>Let this PC sign ...</source>
        <translation>Diesen PC signieren lassen ...</translation>
    </message>
    <message>
        <source>Enter its passphrase ...</source>
        <translation>Seine Passphrase eingeben ...</translation>
    </message>
    <message>
        <source>Withdraw a PC ...</source>
        <translation>Einen PC entlassen ...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{count} characters or more. Four or five words with blanks are good.</source>
        <translation>Mindestens {count} Zeichen. Vier oder fünf Wörter mit Leerzeichen sind gut.</translation>
    </message>
    <message>
        <source>Name of this PC</source>
        <translation>Name dieses PCs</translation>
    </message>
    <message>
        <source>Passphrase of this PC&apos;s key</source>
        <translation>Passphrase für den Schlüssel dieses PCs</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>A PC that signs keeps a key of its own outside the register. Whoever changes the file without that key is found out by the next check, even where every link was worked out anew.</source>
        <translation>Ein PC, der signiert, bewahrt einen eigenen Schlüssel außerhalb des Registers auf. Wer die Datei ohne diesen Schlüssel ändert, fällt bei der nächsten Prüfung auf, selbst wenn jede Verkettung neu berechnet wurde.</translation>
    </message>
    <message>
        <source>Nothing is signed yet.</source>
        <translation>Noch ist nichts signiert.</translation>
    </message>
    <message>
        <source>signed up to entry {index}, then withdrawn</source>
        <translation>signierte bis Eintrag {index}, dann entlassen</translation>
    </message>
    <message>
        <source>signs</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>this PC; it signs once its passphrase was entered</source>
        <translation>dieser PC; er signiert, sobald seine Passphrase eingegeben ist</translation>
    </message>
    <message>
        <source>this PC; it signs by itself</source>
        <translation>dieser PC; er signiert von selbst</translation>
    </message>
    <message>
        <source>Let this PC sign</source>
        <translation>Diesen PC signieren lassen</translation>
    </message>
    <message>
        <source>Sign now</source>
        <translation>Jetzt signieren</translation>
    </message>
    <message>
        <source>Withdraw a PC</source>
        <translation>Einen PC entlassen</translation>
    </message>
    <message>
        <source>What {name} signs from now on counts no more. What it signed until now stays good.</source>
        <translation>Was {name} ab jetzt signiert, zählt nicht mehr. Was er bisher signiert hat, bleibt gültig.</translation>
    </message>
    <message>
        <source>Withdraw {name}</source>
        <translation>{name} entlassen</translation>
    </message>
</context>
<context>
    <name>SimilarPart</name>
    <message>
        <source>Looks like earlier incidents</source>
        <translation>Ähnelt früheren Vorgängen</translation>
    </message>
</context>
<context>
    <name>StandingNotice</name>
    <message>
        <source>This record is void. It keeps its number and stands in no list.</source>
        <translation>Dieser Vorgang ist ungültig. Er behält seine Nummer und steht in keiner Liste.</translation>
    </message>
    <message>
        <source>Take that back ...</source>
        <translation>Zurücknehmen ...</translation>
    </message>
    <message>
        <source>This report waits in the inbox. Accepting it begins Identification.</source>
        <translation>Diese Meldung wartet im Eingang. Mit dem Annehmen beginnt die Erfassung.</translation>
    </message>
    <message>
        <source>Signed and locked. What becomes known later is written under “After sign-off”.</source>
        <translation>Unterschrieben und gesperrt. Was später bekannt wird, steht unter „Nach der Freigabe“.</translation>
    </message>
    <message>
        <source>Concluded and locked. What becomes known later is written under “After sign-off”.</source>
        <translation>Abgeschlossen und gesperrt. Was später bekannt wird, steht unter „Nach der Freigabe“.</translation>
    </message>
    <message>
        <source>Open again ...</source>
        <translation>Wieder öffnen ...</translation>
    </message>
</context>
<context>
    <name>StartSheet</name>
    <message>
        <source>Start a register</source>
        <translation>Neues Register</translation>
    </message>
    <message>
        <source>your own, a file on this PC</source>
        <translation>ein eigenes, eine Datei auf diesem PC</translation>
    </message>
    <message>
        <source>Open a register</source>
        <translation>Register öffnen</translation>
    </message>
    <message>
        <source>a file, or on a server</source>
        <translation>als Datei oder auf einem Server</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>Beispiel ansehen</translation>
    </message>
    <message>
        <source>invented incidents to try</source>
        <translation>erfundene Vorgänge zum Ausprobieren</translation>
    </message>
    <message>
        <source>How do you want to begin?</source>
        <translation>Wie möchten Sie beginnen?</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>State of the register</source>
        <translation>Stand des Registers</translation>
    </message>
</context>
<context>
    <name>StatusTeller</name>
    <message>
        <source>this PC</source>
        <translation>dieser PC</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>gemeinsam</translation>
    </message>
    <message>
        <source>{name}, can only be read here</source>
        <translation>{name}, hier nur lesbar</translation>
    </message>
    <message>
        <source>Anyone may report here</source>
        <translation>Hier dürfen alle melden</translation>
    </message>
    <message>
        <source>No list of people</source>
        <translation>Keine Personenliste</translation>
    </message>
    <message>
        <source>Also open: {names}</source>
        <translation>Auch geöffnet: {names}</translation>
    </message>
    <message>
        <source>This register is also open elsewhere: {names}. Both can work in it.</source>
        <translation>Dieses Register ist auch anderswo geöffnet: {names}. Beide können darin arbeiten.</translation>
    </message>
    <message>
        <source>The journal does not hold, {time}</source>
        <translation>Das Journal stimmt nicht, {time}</translation>
    </message>
    <message>
        <source>Verified up to entry {index}, {time}</source>
        <translation>Geprüft bis Eintrag {index}, {time}</translation>
    </message>
    <message>
        <source>What is new verified up to entry {index}, {time}</source>
        <translation>Neues geprüft bis Eintrag {index}, {time}</translation>
    </message>
    <message>
        <source>Recorded up to entry {index}</source>
        <translation>Aufgezeichnet bis Eintrag {index}</translation>
    </message>
    <message>
        <source>The register cannot be reached; your text is kept</source>
        <translation>Das Register ist nicht erreichbar; Ihr Text bleibt erhalten</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>{name}, this step</source>
        <translation>{name}, dieser Schritt</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>StepStrip</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>TakingOut</name>
    <message>
        <source>At most {count} records can be copied at once. Choose fewer.</source>
        <translation>Höchstens {count} Vorgänge lassen sich auf einmal kopieren. Wählen Sie weniger.</translation>
    </message>
    <message>
        <source>At most {count} records can be printed at once. Longer lists are printed in Reports.</source>
        <translation>Höchstens {count} Vorgänge lassen sich auf einmal drucken. Längere Listen druckt man unter Berichte.</translation>
    </message>
    <message>
        <source>The paper is being made ...</source>
        <translation>Das Papier wird erstellt ...</translation>
    </message>
    <message numerus="yes">
        <source>%n records copied, to be pasted into a spreadsheet.</source>
        <translation>
            <numerusform>%n Vorgang kopiert, zum Einfügen in eine Tabelle.</numerusform>
            <numerusform>%n Vorgänge kopiert, zum Einfügen in eine Tabelle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Targets</name>
    <message>
        <source>keep in the row as it stood</source>
        <translation>bleibt in der Zeile, wie es dastand</translation>
    </message>
    <message>
        <source>names the row: number in the old list</source>
        <translation>benennt die Zeile: Nummer in der alten Liste</translation>
    </message>
    <message>
        <source>says whether the row was closed</source>
        <translation>sagt, ob die Zeile geschlossen war</translation>
    </message>
    <message>
        <source>the day on which it was closed</source>
        <translation>der Tag, an dem sie geschlossen wurde</translation>
    </message>
</context>
<context>
    <name>TellingWatch</name>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>It may stay</source>
        <translation>Darf stehen bleiben</translation>
    </message>
    <message numerus="yes">
        <source>This tells who somebody is: {named} and %n more.</source>
        <translation>
            <numerusform>Das sagt, wer jemand ist: {named} und %n weitere Stelle.</numerusform>
            <numerusform>Das sagt, wer jemand ist: {named} und %n weitere Stellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This tells who somebody is: {named}.</source>
        <translation>Das sagt, wer jemand ist: {named}.</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>TextSize</name>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>Übliche Größe</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>such as 14:30</source>
        <translation>etwa 14:30</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>The clocks were put forward over this hour. Look at the clock time again.</source>
        <translation>Diese Stunde wurde bei der Zeitumstellung übersprungen. Prüfen Sie die Uhrzeit.</translation>
    </message>
    <message>
        <source>This is no time yet. Write it as 14:30, 12.11. 14:30 or 2026-11-12 08:25.</source>
        <translation>Das ist noch keine Zeit. Schreiben Sie sie als 14:30, 12.11. 14:30 oder 2026-11-12 08:25.</translation>
    </message>
    <message>
        <source>The second time is before the first. Check the two times.</source>
        <translation>Die zweite Zeit liegt vor der ersten. Prüfen Sie beide Zeiten.</translation>
    </message>
    <message>
        <source>{label}, latest</source>
        <translation>{label}, spätestens</translation>
    </message>
    <message>
        <source>{label}, how exact</source>
        <translation>{label}, wie genau</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>about</source>
        <translation>etwa</translation>
    </message>
    <message>
        <source>only the date</source>
        <translation>nur das Datum</translation>
    </message>
    <message>
        <source>between</source>
        <translation>zwischen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>between {first} and {last}</source>
        <translation>zwischen {first} und {last}</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <source>today, {day}</source>
        <translation>heute, {day}</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>{time} overdue</source>
        <translation>{time} überfällig</translation>
    </message>
</context>
<context>
    <name>TitleField</name>
    <message>
        <source>Change the title</source>
        <translation>Titel ändern</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>TreeModel</name>
    <message>
        <source>not offered</source>
        <translation>nicht zur Wahl</translation>
    </message>
</context>
<context>
    <name>TreeSection</name>
    <message>
        <source>Stop offering it</source>
        <translation>Nicht mehr zur Wahl stellen</translation>
    </message>
    <message>
        <source>Offer it again</source>
        <translation>Wieder zur Wahl stellen</translation>
    </message>
</context>
<context>
    <name>TriageBar</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>What do you ask the reporter?</source>
        <translation>Was fragen Sie die meldende Person?</translation>
    </message>
    <message>
        <source>Number of the record it belongs to</source>
        <translation>Nummer des Vorgangs, zu dem sie gehört</translation>
    </message>
    <message>
        <source>Why is it not led further?</source>
        <translation>Warum wird sie nicht weitergeführt?</translation>
    </message>
    <message>
        <source>Accept (A)</source>
        <translation>Annehmen (A)</translation>
    </message>
    <message>
        <source>Ask back (Q) ...</source>
        <translation>Rückfrage (Q) ...</translation>
    </message>
    <message>
        <source>Join (J) ...</source>
        <translation>Vereinen (J) ...</translation>
    </message>
    <message>
        <source>Not reportable (N) ...</source>
        <translation>Nicht meldepflichtig (N) ...</translation>
    </message>
    <message>
        <source>Responsible from now on</source>
        <translation>Ab jetzt verantwortlich</translation>
    </message>
    <message>
        <source>{number} accepted.</source>
        <translation>{number} ist angenommen.</translation>
    </message>
    <message>
        <source>Question noted on {number}.</source>
        <translation>Rückfrage zu {number} ist notiert.</translation>
    </message>
    <message>
        <source>{number} joined to {into}.</source>
        <translation>{number} ist mit {into} vereint.</translation>
    </message>
    <message>
        <source>{number} marked as not reportable.</source>
        <translation>{number} ist als nicht meldepflichtig markiert.</translation>
    </message>
</context>
<context>
    <name>TroubleSheet</name>
    <message>
        <source>Password of {name}</source>
        <translation>Kennwort von {name}</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>used now and kept in no file; your server&apos;s own password file works too</source>
        <translation>wird jetzt verwendet und in keiner Datei aufbewahrt; die Kennwortdatei Ihres Servers geht auch</translation>
    </message>
    <message>
        <source>Back it up and bring it up to date</source>
        <translation>Sichern und auf den neuen Stand bringen</translation>
    </message>
    <message>
        <source>Restore a backup ...</source>
        <translation>Sicherung wiederherstellen ...</translation>
    </message>
    <message>
        <source>Look for the file ...</source>
        <translation>Datei suchen ...</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>It was moved here</source>
        <translation>Es ist hierher umgezogen</translation>
    </message>
    <message>
        <source>Only read it</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Make a new register from it ...</source>
        <translation>Ein neues Register daraus machen ...</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Another register</source>
        <translation>Anderes Register</translation>
    </message>
    <message>
        <source>“{name}” did not open</source>
        <translation>„{name}“ ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Was “{name}” moved to this PC?</source>
        <translation>Ist „{name}“ auf diesen PC umgezogen?</translation>
    </message>
    <message>
        <source>Where the register is now</source>
        <translation>Wo das Register jetzt liegt</translation>
    </message>
    <message>
        <source>Registers (*.register)</source>
        <translation>Register (*.register)</translation>
    </message>
</context>
<context>
    <name>TrustPage</name>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
</context>
<context>
    <name>UnlockSheet</name>
    <message>
        <source>This register is protected. Nobody reads in it without its passphrase.</source>
        <translation>Dieses Register ist geschützt. Ohne seine Passphrase liest niemand darin.</translation>
    </message>
    <message>
        <source>Restore a backup ...</source>
        <translation>Sicherung wiederherstellen ...</translation>
    </message>
    <message>
        <source>Another register</source>
        <translation>Ein anderes Register</translation>
    </message>
    <message>
        <source>“{name}” is protected</source>
        <translation>„{name}“ ist geschützt</translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>Three letters of the name</source>
        <translation>Drei Buchstaben des Namens</translation>
    </message>
    <message>
        <source>Whose data, and why</source>
        <translation>Wessen Daten, und warum</translation>
    </message>
    <message>
        <source>One name in a line, as it may be written: the whole name, the family name, a nickname.</source>
        <translation>Ein Name pro Zeile, wie er geschrieben sein kann: der ganze Name, der Nachname, ein Rufname.</translation>
    </message>
    <message>
        <source>Without the name, for it stays in the journal: Article 17 GDPR, request of 20 November.</source>
        <translation>Ohne den Namen, denn es bleibt im Journal: Artikel 17 DSGVO, Antrag vom 20. November.</translation>
    </message>
    <message>
        <source>Somebody on the list of people</source>
        <translation>Jemand aus der Personenliste</translation>
    </message>
    <message>
        <source>leave it empty for a patient or visitor</source>
        <translation>bei Patienten oder Besuchern leer lassen</translation>
    </message>
    <message>
        <source>Names to look for</source>
        <translation>Gesuchte Namen</translation>
    </message>
    <message>
        <source>On whose request or by which law</source>
        <translation>Auf wessen Verlangen oder nach welchem Gesetz</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>without the name</source>
        <translation>ohne den Namen</translation>
    </message>
    <message>
        <source>Retention rule of this register</source>
        <translation>Aufbewahrungsregel dieses Registers</translation>
    </message>
    <message>
        <source>The time for which it has to be kept is over</source>
        <translation>Die Aufbewahrungsfrist ist abgelaufen</translation>
    </message>
    <message>
        <source>Everything personal in {number} is erased; figures, dates and codes stay for the counts.</source>
        <translation>Alles Persönliche in {number} wird gelöscht; Zahlen, Daten und Kürzel bleiben für die Auswertung.</translation>
    </message>
    <message>
        <source>The names are looked for in {number}, in its history too. Nothing is erased yet.</source>
        <translation>Die Namen werden in {number} gesucht, auch im Verlauf. Noch wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>The names are looked for in every incident, in its history too. Nothing is erased yet.</source>
        <translation>Die Namen werden in jedem Vorgang gesucht, auch im Verlauf. Noch wird nichts gelöscht.</translation>
    </message>
</context>
<context>
    <name>WindowHost</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Something is still being written. Try again when that is done.</source>
        <translation>Es wird noch geschrieben. Versuchen Sie es erneut, wenn das fertig ist.</translation>
    </message>
    <message>
        <source>Something is still being written. The language changes when the program starts next.</source>
        <translation>Es wird noch etwas geschrieben. Die Sprache wechselt beim nächsten Start des Programms.</translation>
    </message>
</context>
<context>
    <name>WordList</name>
    <message>
        <source>left out</source>
        <translation>bleibt weg</translation>
    </message>
    <message>
        <source>a new place</source>
        <translation>ein neuer Ort</translation>
    </message>
    <message>
        <source>a new person</source>
        <translation>eine neue Person</translation>
    </message>
    <message>
        <source>a new piece of equipment</source>
        <translation>ein neues Gerät</translation>
    </message>
    <message>
        <source>a new category</source>
        <translation>eine neue Kategorie</translation>
    </message>
    <message>
        <source>a new subcategory</source>
        <translation>eine neue Unterkategorie</translation>
    </message>
    <message>
        <source>Add all unknown places to the register</source>
        <translation>Alle unbekannten Orte ins Register aufnehmen</translation>
    </message>
    <message>
        <source>Add all unknown people to the register</source>
        <translation>Alle unbekannten Personen ins Register aufnehmen</translation>
    </message>
    <message>
        <source>Add all unknown equipment to the register</source>
        <translation>Alle unbekannten Geräte ins Register aufnehmen</translation>
    </message>
    <message>
        <source>Add all unknown categories to the register</source>
        <translation>Alle unbekannten Kategorien ins Register aufnehmen</translation>
    </message>
    <message>
        <source>Add all unknown subcategories to the register</source>
        <translation>Alle unbekannten Unterkategorien ins Register aufnehmen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more words</source>
        <translation>
            <numerusform>%n weiteres Wort zeigen</numerusform>
            <numerusform>%n weitere Wörter zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>choose what it means</source>
        <translation>Bedeutung wählen</translation>
    </message>
    <message>
        <source>{word}, in {count} rows, becomes</source>
        <translation>{word}, in {count} Zeilen, wird zu</translation>
    </message>
</context>
<context>
    <name>WorkCounts</name>
    <message>
        <source>Nothing overdue.</source>
        <translation>Nichts überfällig.</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n überfällig</numerusform>
            <numerusform>%n überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises overdue</source>
        <translation>
            <numerusform>%n Rückmeldung überfällig</numerusform>
            <numerusform>%n Rückmeldungen überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises, the next {when}</source>
        <translation>
            <numerusform>%n Zusage, die nächste {when}</numerusform>
            <numerusform>%n Zusagen, die nächste {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n actions overdue</source>
        <translation>
            <numerusform>%n Maßnahme überfällig</numerusform>
            <numerusform>%n Maßnahmen überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n actions open</source>
        <translation>
            <numerusform>%n Maßnahme offen</numerusform>
            <numerusform>%n Maßnahmen offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measures to check</source>
        <translation>
            <numerusform>%n Sofortmaßnahme zu prüfen</numerusform>
            <numerusform>%n Sofortmaßnahmen zu prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duties to report overdue</source>
        <translation>
            <numerusform>%n Meldepflicht überfällig</numerusform>
            <numerusform>%n Meldepflichten überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadlines in a few hours</source>
        <translation>
            <numerusform>%n Frist in wenigen Stunden</numerusform>
            <numerusform>%n Fristen in wenigen Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions to answer</source>
        <translation>
            <numerusform>%n Rückfrage zu beantworten</numerusform>
            <numerusform>%n Rückfragen zu beantworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records wait for your sign-off</source>
        <translation>
            <numerusform>%n Vorgang wartet auf Ihre Freigabe</numerusform>
            <numerusform>%n Vorgänge warten auf Ihre Freigabe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Everybody&apos;s</source>
        <translation>Aufgaben aller</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>Wessen Arbeit</translation>
    </message>
    <message>
        <source>My actions</source>
        <translation>Meine Maßnahmen</translation>
    </message>
    <message>
        <source>No action is open.</source>
        <translation>Keine Maßnahme ist offen.</translation>
    </message>
    <message>
        <source>No measure waits for a check.</source>
        <translation>Keine Sofortmaßnahme wartet auf eine Prüfung.</translation>
    </message>
    <message>
        <source>No update is promised.</source>
        <translation>Keine Rückmeldung zugesagt.</translation>
    </message>
    <message>
        <source>Waiting for me</source>
        <translation>Wartet auf mich</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Nichts wartet auf Sie.</translation>
    </message>
    <message>
        <source>Nothing to follow up.</source>
        <translation>Nichts nachzuverfolgen.</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>Meine Aufgaben</translation>
    </message>
    <message>
        <source>Past its day on the page Knowledge:</source>
        <translation>Auf der Seite Wissen fällig:</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Erledigt: {what}</translation>
    </message>
    <message>
        <source>Marked as sent: {what}</source>
        <translation>Als gesendet eingetragen: {what}</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Maßnahmen</translation>
    </message>
    <message>
        <source>Measures to check</source>
        <translation>Sofortmaßnahmen prüfen</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Zusagen</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Nachverfolgung</translation>
    </message>
</context>
<context>
    <name>WorkPanel</name>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Alle %n zeigen</numerusform>
            <numerusform>Alle %n zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>{name} is still being written. Closed now, the file is not written.</source>
        <translation>{name} wird noch geschrieben. Wird jetzt geschlossen, entsteht die Datei nicht.</translation>
    </message>
    <message>
        <source>{name} is being written meanwhile.</source>
        <translation>{name} wird inzwischen geschrieben.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln incidents handed out: {name}, in the folder {folder}</source>
        <translation>
            <numerusform>%Ln Vorgang weitergegeben: {name}, im Ordner {folder}</numerusform>
            <numerusform>%Ln Vorgänge weitergegeben: {name}, im Ordner {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Angehalten. Es wurde keine Datei geschrieben.</translation>
    </message>
</context>
<context>
    <name>YesNoEditor</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>_DropPlace</name>
    <message>
        <source>Drop files here, or paste a picture (Ctrl+V)</source>
        <translation>Dateien hier ablegen oder ein Bild einfügen (Strg+V)</translation>
    </message>
</context>
<context>
    <name>_FilterButton</name>
    <message>
        <source>Saved filter {name}</source>
        <translation>Gespeicherter Filter {name}</translation>
    </message>
    <message>
        <source>F2 renames, Delete deletes, Alt with Up or Down moves.</source>
        <translation>F2 benennt um, Entf löscht, Alt mit Pfeil auf oder ab verschiebt.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Rename ...</source>
        <translation>Umbenennen ...</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>_Grid</name>
    <message>
        <source>Potential</source>
        <translation>Denkbar</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Ist</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Take this answer away</source>
        <translation>Diese Antwort entfernen</translation>
    </message>
    <message>
        <source>Offer this answer again</source>
        <translation>Diese Antwort wieder anbieten</translation>
    </message>
    <message>
        <source>Take {name} away</source>
        <translation>{name} entfernen</translation>
    </message>
</context>
<context>
    <name>_OtherPriority</name>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Why another one</source>
        <translation>Warum eine andere</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>_Picture</name>
    <message>
        <source>No logo yet</source>
        <translation>Noch kein Logo</translation>
    </message>
    <message>
        <source>The logo</source>
        <translation>Das Logo</translation>
    </message>
</context>
<context>
    <name>_RegisterButton</name>
    <message>
        <source>Register {name}, {detail}</source>
        <translation>Register {name}, {detail}</translation>
    </message>
</context>
<context>
    <name>_SignOffLine</name>
    <message>
        <source>Sign ...</source>
        <translation>Unterschreiben ...</translation>
    </message>
    <message>
        <source>Not signed yet. To be signed by: {role}.</source>
        <translation>Noch nicht unterschrieben. Zu unterschreiben von: {role}.</translation>
    </message>
    <message>
        <source>Not signed yet; this signature may be left out. To be signed by: {role}.</source>
        <translation>Noch nicht unterschrieben; diese Unterschrift darf entfallen. Zu unterschreiben von: {role}.</translation>
    </message>
    <message>
        <source>{name}, {time}, covers entries 1 to {position}</source>
        <translation>{name}, {time}, umfasst Einträge 1 bis {position}</translation>
    </message>
</context>
<context>
    <name>_StepHead</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>the current step</source>
        <translation>der jetzige Schritt</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>steht bevor</translation>
    </message>
    <message>
        <source>Step {number}, {name}, {state}</source>
        <translation>Schritt {number}, {name}, {state}</translation>
    </message>
</context>
</TS>
