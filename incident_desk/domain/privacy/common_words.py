"""Words of every day that are names as well: in small letters they hardly ever mean somebody.

Trades, colours, plants, animals, places and things after which people are called in English and German.
"""

from __future__ import annotations

_WORDS = """
abbot archer ash baker ball banks barber barker barrow bass bean bell berry best bird bishop black blade blank bliss
block bloom blunt bolt bond booth bowl bowman box branch brand brick bridge bridges bright brook brooks brown buck
bull burn burns bush butcher butler butt butter cable cannon carpenter carter carver case cash castle chance chase
child church clay clear cliff close coal coates coffey coke cole collier constable cook cooper cope copper core corn
counter court cousins cox crane cream crisp cross crow crown curry cutler cutter dale day dean dear dew dick dill
draper drew driver drum duck duke east eden english farmer farrow fields finch fish fisher flood flower flowers flynn
ford forest forester foster fowler fox frank freeman french friend frost fry fuller gale gamble game garland gates
gill glass glover gold golden good goodman grace grand grant gray green grey ground grove guest gunn hale hall ham
hand hands hardy harper hart hawk hay hayes haze heath hedge helm herd herring hill hills hook hope horn house hunt
hunter hurst inch iron jewel joiner joy judge keen key kidd king kirk knight ladd lake lamb lane lark law leaf leads
lee light lily little lock long love low major mark marks marsh marshal marshall mason masters may mead meadows miles
mill miller mills mole moon moor moore moss mount mountain nail nash noble north nurse oak oakes olive orchard page
pain paine painter palmer park parker parr parrot parsons partridge pass patch peak pearl pepper perch perry person
pike pink pitt place plant plum plumb pole pond pool poole pope porter potter pound power price pride prince proctor
prior pry purple quick rain ray read reader red reed reeve reeves rice rich rider ring rivers roach rock rod rose rowe
ruby rudd rush rust ryder sadler sage sand sands savage sawyer saddler say seal self sells sharp shaw shearer shell
shepherd ship shoemaker short silver singer skinner slater small smart smith snow speed spencer spicer spring stack
stall stamp staples star steel steer step stern steward stock stocks stokes stone storey storm street strong summer
summers sutton swallow swan sweet swift tanner taylor temple thatcher thorn thrower tiller tranter trapper tree trout
tucker turner tyler underhill vale valentine victor vine wade walker wall walls ward warden warn warner waters way
weaver webb webber wells west wheeler white wild wilder will winter winters wise wood woods woody woodward woolf wren
wright yard york young rob bob jack bill pat peg daisy ivy iris hazel heather violet poppy jasmine ginger holly amber
crystal dawn eve faith june april august autumn robin martin jay drake guy max nick norm pierce skip sterling stew sue
tab ted trip van vic wally angel basil adler acker amsel anger apfel bach bader bauer baum beck becher becker berg
besen beyer bier bischof blau bleich blum blume bock boden bogen bohne bohrer bosch braun braune breit brenner brett
brink brot bruder brunnen buch buche bunt burg busch dachs damm decker dorn drechsler ecker eder eiche eisen engel
ernst esser esche falk falke fass fein feld fels fest feuer fichte fiedler fink fischer flach fleischer fleck flinke
fluss forster forst frei freund frisch fromm fuchs funke gabel gans garten gast geiger gerber gerner giese glaser glas
glatz graf grau greif grimm grob gross groß grube grün gut hahn hammer hase haas hafer hartmann haupt heide heil heim
held hell henne herbst herr herz hirsch hirte hoch hof hoffmann hofmann holz honig huhn hummel hunger hut igel jager
jäger jahn jung junge kaiser kalb kalt kamm kamp kanne kanter karg kasten kater kaufmann kegel keil keller kern kessel
kiefer kirch kirche kirsch klar klein kleine klinge klotz knecht knie knopf koch kohl kohle köhler könig korb korn
kraft kranz kraus krause kraut krebs kreuzer krämer kreis krieger krüger krümmel kuchen kugel kuhn kunz kunst kupfer
kurz kutscher lachs lamm land lang lange laub lauf leder lehmann lehrer leicht lerch lerche licht lieb linde linden
link linke lippe loch lohn loos lorenz löwe luft lustig mai maler mann mantel markt mauer maurer maus mehl meier
meister messer metzger milch mohr mond morgen moser most mühle müller münch mund munter mutter nagel nass naumann
nebel neu neumann nuss ochs ofen ohm ost oster otter pabst papst pfaff pfeffer pfeifer pfeil pflug pilz platz pohl
prinz probst quast rab rabe rad radler rasch rau rauch raum rebe recht reich reif rein reiter reuter rieger riemen
ries riese ritter rohr rost rot roth rother ruf ruhe sack salz sattler sauer sauter schaf schäfer schaefer scharf
schatz schaub scheer schenk scherer schiff schild schilling schimmel schirmer schlag schlosser schmid schmidt schmied
schmitt schmitz schnabel schneider schnell scholz schön schöne schrank schreiber schreiner schröder schubert schuh
schuler schulte schulz schulze schuster schwab schwan schwarz schwarze schwein seemann seiler seidel senf sommer sonne
sonntag specht speck speer sperber sperling spiegel spieler spitz spitze springer spritzer stahl stamm stark steffen
stein steiner stich stiefel stiegler stolz storch strauß strauss streit strobel sturm tag tanne taube teich teufel
thaler tischler traube trommler tuch ulm vogel vogt voigt voll vogler wachs wald wagner walter wand weber wegner weide
weich weiler wein weis weiß weiss weise welt wenig werner wetter widder wiese winkel winkler wirt wirth witt wolf
wolff wolle wunder wurm wurst zahn zander zange zeller ziegler zimmer zimmermann zink zorn zucker zweig
"""
_MONTHS_SEASONS_DAYS = """
january february march april may june july august september october november december spring summer autumn winter
sunday monday tuesday wednesday thursday friday saturday januar februar märz mai juni juli oktober dezember frühling
sommer herbst sonntag montag dienstag mittwoch donnerstag freitag samstag
"""
_BEFORE_THEM = """
in since until till last next this early late mid during every im am seit letzten letzter nächsten nächster diesen
dieser jeden anfang mitte ende
"""

COMMON_WORDS = frozenset(_WORDS.split())
_DATED, _BEFORE_A_TIME = frozenset(_MONTHS_SEASONS_DAYS.split()), frozenset(_BEFORE_THEM.split())


def is_a_time(word: str, before: str) -> bool:
    """Whether a word is a month, a season or a day of the week there, as in "3 May", "im Sommer", and not a name."""
    return word in _DATED and (before in _BEFORE_A_TIME or before.isdigit())
