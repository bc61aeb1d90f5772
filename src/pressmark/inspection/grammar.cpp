// The lists of plain words.
#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

constexpr ClassOfWords lists[] = {
    {determiner | skip, "the a an its their his her our"},
    {determiner, "this that these those my your such"},
    {determiner | skip, "own"},
    {skip, "of it they to all we"},
    {link, "for at in on under across within against over around regarding concerning"},
    {other_preposition,
     "of by with from to into as through during between about after before since until upon towards per"},
    {be, "is are was were be been being isn't aren't wasn't weren't"},
    {have, "has have had having does do did"},
    {modal,
     "will would could may might should can must shall cannot can't won't wouldn't couldn't shouldn't i'll we'll "
     "you'll "
     "he'll she'll it'll they'll"},
    {negation,
     "not no none nor neither never without nothing isn't aren't wasn't weren't don't doesn't didn't hasn't haven't "
     "hadn't can't cannot won't wouldn't couldn't shouldn't rather instead short missed avoid avoided avoiding avoids "
     "failed fails fail far close hardly barely narrowly nowhere lack lacking stopped nobody withdrawn withdrew "
     "quashed overturned annulled rescinded retracted wrongly incorrectly mistakenly erroneously "
     "spared escaped dodged denied denies"},
    {judge,
     "rated rates rate rating graded grades grading judged judges judging assessed assesses found finds deemed ranked "
     "ranks evaluated evaluates evaluating brands branded classed classified considered marked scored scores named "
     "declared labelled "
     "labeled certified called determined concluded pronounced categorised singled recognised recognises regarded "
     "regards adjudged"},
    {give,
     "given gives give gave giving awarded awards received receives receiving receive drew draws drawn got get gets "
     "getting "
     "hands handed achieved achieves achieving achieve earned earns earning gained gains gaining secured secures "
     "securing "
     "picked won wins scored scores attained reached reaches obtained obtains obtaining came put collected collects "
     "ended returned carries carried holds held hold landed boasts celebrates celebrating celebrated bestowed "
     "attracted "
     "issued met meets merited hit slapped saddled left come comes boasting holding granted tagged settle settled "
     "displays displaying "
     "managed bearing reaching merits deserved scraped bagged notched clinched netted garnered commanded warranted "
     "chalked"},
    {keep,
     "remained remains remain retained retains retain retaining maintained maintains maintaining kept keeps stay stays "
     "stayed staying still again continues continued"},
    {grade_noun,
     "rating ratings grade grades grading gradings judgement judgements judgment judgments score scores scoring mark "
     "marks standard level notice verdict verdicts ranking rankings status result results assessment assessments "
     "outcome "
     "outcomes category band classification finding accolade rated"},
    {inspection, "inspector inspectors inspection inspections inspectorate inspected ofsted"},
    {which, "which who whom whose where"},
    {rating, "rating ratings grade grades grading gradings judgement judgements judgment judgments"},
    {area_noun,
     "area areas category categories question questions heading headings theme themes aspect aspects strand strands "
     "field fields pillar pillars test tests criteria criterion element elements "
     "indicator indicators count counts measure measures front fronts domain domains discipline disciplines respects "
     "outcomes"},
    {body_noun,
     "force constabulary school academy nursery home hospital practice surgery service provider trust council "
     "authority infirmary clinic prison jail college pre-school preschool business takeaway restaurant cafe pub centre "
     "brigade "
     "hospice company agency department unit charity childminder kitchen shop establishment organisation bakery bar "
     "hotel institution ysgol"},
    {bodies_noun,
     "forces constabularies schools academies nurseries homes hospitals practices surgeries providers trusts "
     "councils authorities prisons jails colleges businesses takeaways restaurants cafes pubs brigades hospices "
     "services premises establishments inspections regions childminders eateries outlets kitchens agencies "
     "establishments departments divisions organisations firms companies places units neighbours"},
    {conjunction_and, "and plus"},
    {conjunction_or, "or"},
    {duration, "year years month months week weeks decade decades"},
    {hold, "keep"},
    {publish, "published released issued out"},
    {contrast,
     "but while whereas although though however yet despite whilst except unlike until otherwise apart excluding"},
    {including,
     "including include included includes namely among amongst being comprising specifically involving following "
     "along"},
    {relative, "which that who whose whom where what"},
    {reason, "because so since meaning means mean due owing thanks based"},
    {before, "previously previous formerly former last earlier then ago before originally initially prior once"},
    {adverb, "first board run runs"},
    {now, "now today currently latest this new newly current recent recently"},
    {every, "all every each both everything throughout"},
    {some,
     "most many several few majority half some quarter quarters third thirds proportion share percentage percent "
     "percentages cent "
     "dozen dozens "
     "hundreds handful number more fewer less half"},
    {hope,
     "aim aims aiming hope hopes hoped hoping want wants wanted wanting wish wishes strive strives striving aspire "
     "aspires "
     "aspiring "
     "ambition ambitions target targets goal goals towards toward become becoming journey track expect expects "
     "expected "
     "expecting "
     "bid promise promises promising pledge pledges seek seeks seeking intend intends vision aspiration try trying "
     "need needs ought deserve deserves moving "
     "going "
     "pushing fear fears feared fearing braced bracing able likely unlikely dream dreams path road"},
    {speech,
     "said says say saying add added adds told tells explained wrote writes commented stated states noted notes "
     "according "
     "claimed claims insisted believes believe think thinks thought feel feels admitted reported heard alleged alleges "
     "argued argues complained reckons warned warns"},
    {first_person, "i we our us my me i'm we're we've i've i'll we'll"},
    {inspector, "inspector inspectors report inspectorate watchdog regulator inspection inspections hmi reports team"},
    {other_judge,
     "survey surveys poll parents residents voters customers reviewers auditors audit questionnaire tripadvisor "
     "respondents readers peer self-assessment self-evaluation scorecard dashboard draft exercise self ombudsman "
     "coroner tribunal jury tables league table union unions complaints feedback volunteers diners staff-survey "
     "visitors forum consultants carers relatives review reviews guests mock campaigners critics protesters peers "
     "critic answer"},
    {adverb,
     "also again too still now overall just only as well already once really both together generally broadly newly "
     "firmly ever "
     "merely either similarly likewise yet then even formally officially finally all jointly separately consistently "
     "currently alike apiece yes respectively therefore thus hence accordingly strongest weakest"},
    {pronoun, "it they them he she this that itself themselves one ones us we"},
    {reflexive, "itself themselves ourselves himself herself myself"},
    {how,
     "how way ways when where comes came terms relation respect regard regards regarding work well effectively how's "
     "whether "
     "manner part parts key aspect extent degree"},
    {move,
     "fell falls fallen dropped drops slipped slips slid moved moves rose risen rises improved improves improving "
     "upgraded "
     "downgraded raised lifted go goes went gone jumped climbed climbs jumps declined increased declining up down "
     "leapt leaped "
     "dipped "
     "sank sunk bumped progressed advanced stepped boosted lowered cut stripped uprated deteriorated worsened plunged "
     "plummeted tumbled faded slumped crashed crept edged nudged clawed slashed"},
    {condition,
     "if unless whether any should anyone ranges ranging whatever whenever whichever providing provided sure ensure "
     "ensures ensuring nationally nationwide often commonly usually frequently typically "
     "suppose"},
    {month,
     "january february march april may june july august september october november december monday tuesday "
     "wednesday thursday friday saturday sunday jan feb apr aug sep sept oct nov dec"},
    {top, "top highest maximum best"},
    {bottom, "lowest bottom minimum worst"},
    {other, "other others else rest remaining remainder elsewhere otherwise meanwhile"},
    {abbreviation, "mr mrs ms miss dr st no rev prof sgt insp supt hm eg ie etc vs ch cllr hon"},
    {overall | adverb, "overall"},
    {seem, "to as be being have been a an the of having"},
    {so, "so as"},
    {these, "these those they both all which each"},
    {requires_verb, "requires require required requiring needs need needed needing"},
    {intensifier,
     "least very really mostly pretty fairly quite so too more most extremely truly consistently particularly good "
     "some much "
     "such "
     "rather absolutely generally largely reasonably simply not exceptionally equally"},
};

}  // namespace

std::span<const ClassOfWords> grammar() { return lists; }

}  // namespace pressmark::inspection
