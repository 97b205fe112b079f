"""Lists about people: who was involved, who was hurt, how long they were away, what they were told."""

from __future__ import annotations

from incident_desk.domain.declarations import ItemList, Who
from incident_desk.domain.list_columns import OWNER, OWNER_NAME, K, column, options
from incident_desk.domain.text import Text
from incident_desk.domain.vocabulary import Step

BODY_PARTS = options(
    ("head", "Head", "Kopf"), ("face", "Face", "Gesicht"), ("eyes", "Eyes", "Augen"), ("neck", "Neck", "Hals"),
    ("shoulder_right", "Right shoulder", "Rechte Schulter"), ("shoulder_left", "Left shoulder", "Linke Schulter"),
    ("arm_right", "Right arm", "Rechter Arm"), ("arm_left", "Left arm", "Linker Arm"),
    ("hand_right", "Right hand", "Rechte Hand"), ("hand_left", "Left hand", "Linke Hand"),
    ("chest", "Chest", "Brust"), ("belly", "Belly", "Bauch"), ("back", "Back", "Rücken"),
    ("pelvis", "Pelvis", "Becken"), ("hip_right", "Right hip", "Rechte Hüfte"), ("hip_left", "Left hip", "Linke Hüfte"),
    ("leg_right", "Right leg", "Rechtes Bein"), ("leg_left", "Left leg", "Linkes Bein"),
    ("knee_right", "Right knee", "Rechtes Knie"), ("knee_left", "Left knee", "Linkes Knie"),
    ("foot_right", "Right foot", "Rechter Fuß"), ("foot_left", "Left foot", "Linker Fuß"),
    ("inner", "Inner organs", "Innere Organe"), ("whole", "Whole body", "Ganzer Körper"),
)  # fmt: skip

PEOPLE = ItemList(
    "people", Step.IDENTIFICATION, "people",
    Text("People involved", "Beteiligte Personen"), Text("person", "Person"),
    (
        column("name", K.TEXT, "Name", "Name", who=Who.NAME),
        column("role", K.CHOICE, "Role", "Rolle", options(
            ("affected", "Affected", "Betroffen"), ("witness", "Witness", "Zeugin oder Zeuge"),
            ("first_on_scene", "First on scene", "Zuerst vor Ort"), ("involved", "Involved", "Beteiligt"),
            ("other", "Other", "Sonstige"))),
        column("contact", K.TEXT, "Contact", "Erreichbar", who=Who.DETAIL),
        column("note", K.TEXT, "Note", "Bemerkung"),
    ),
    needed=("name", "role"),
)  # fmt: skip

AFFECTED = ItemList(
    "affected", Step.IDENTIFICATION, "people",
    Text("Who was hurt", "Wer verletzt wurde"), Text("affected person", "betroffene Person"),
    (
        column("name", K.TEXT, "Name", "Name", who=Who.NAME),
        column("group", K.CHOICE, "Who it is", "Wer es ist", options(
            ("patient", "Patient or resident", "Patient oder Bewohner"), ("employee", "Employee", "Beschäftigt"),
            ("temporary", "Temporary worker", "Leiharbeit"), ("contractor", "Contractor", "Fremdfirma"),
            ("visitor", "Visitor or customer", "Besuch oder Kundschaft"), ("other", "Other", "Sonstige"))),
        column("injury", K.CHOICE, "Injury or illness", "Verletzung oder Krankheit", options(
            ("none", "None found", "Keine festgestellt"), ("bruise", "Bruise or sprain", "Prellung oder Zerrung"),
            ("cut", "Cut or open wound", "Schnitt oder offene Wunde"), ("fracture", "Fracture", "Knochenbruch"),
            ("burn", "Burn or scald", "Verbrennung oder Verbrühung"), ("head", "Injury of the head", "Kopfverletzung"),
            ("eye", "Injury of an eye", "Augenverletzung"), ("amputation", "Amputation", "Amputation"),
            ("poisoning", "Poisoning or irritation", "Vergiftung oder Reizung"),
            ("infection", "Infection or exposure", "Infektion oder Kontakt"), ("shock", "Shock or distress", "Schock"),
            ("hearing", "Loss of hearing", "Gehörschaden"), ("skin", "Illness of the skin", "Hauterkrankung"),
            ("death", "Death", "Tod"), ("other", "Other", "Sonstiges"))),
        column("body", K.CHOICES, "Part of the body", "Körperteil", BODY_PARTS),
        column("treatment", K.CHOICE, "Treatment", "Behandlung", options(
            ("none", "None", "Keine"), ("first_aid", "First aid", "Erste Hilfe"),
            ("doctor", "Seen by a doctor", "Ärztlich behandelt"),
            ("emergency", "Emergency room", "Notaufnahme"), ("inpatient", "Stayed in hospital", "Stationär"))),
        column("note", K.PROSE, "Course", "Verlauf"),
    ),
    needed=("name", "group"),
)  # fmt: skip

ABSENCES = ItemList(
    "absences", Step.CONCLUSION, "follow_up",
    Text("Days away or restricted", "Ausfalltage und Einschränkung"), Text("absence", "Ausfallzeit"),
    (
        column("name", K.TEXT, "Who", "Wer", who=Who.NAME),
        column("kind", K.CHOICE, "Kind", "Art", options(
            ("away", "Away from work", "Arbeitsunfähig"),
            ("restricted", "Restricted or other work", "Eingeschränkt oder andere Arbeit"))),
        column("since", K.DATE, "From", "Von"),
        column("until", K.DATE, "To, as far as known", "Bis, soweit bekannt"),
        column("note", K.TEXT, "Note", "Bemerkung"),
    ),
    needed=("name", "kind", "since"), follow_up=True,
)  # fmt: skip

DISCLOSURES = ItemList(
    "disclosures", Step.CONTAINMENT, "communication",
    Text("Open disclosure", "Offenes Gespräch"), Text("conversation", "Gespräch"),
    (
        column("whom", K.TEXT, "Spoken with", "Gesprochen mit", who=Who.DETAIL),
        OWNER, OWNER_NAME,
        column("when", K.TIME, "When", "Wann"),
        column("what", K.PROSE, "What was said", "Was gesagt wurde"),
        column("apology", K.YES_NO, "Apology given", "Um Entschuldigung gebeten"),
        column("letter", K.DATE, "Letter sent", "Brief gesendet am"),
        column("answer", K.PROSE, "What they said or asked", "Was sie sagten oder fragten"),
    ),
    needed=("whom",),
)  # fmt: skip
