#include "language/toponym.h"

#include <stdlib.h>
#include <string.h>

static const char *const places[] = {
    "afghanistan", "africa",      "albania",   "algeria",    "america",    "angola",
    "argentina",   "armenia",     "asia",      "athens",     "australia",  "austria",
    "azerbaijan",  "baghdad",     "bahrain",   "bangkok",    "bangladesh", "barcelona",
    "beijing",     "beirut",      "belarus",   "belgium",    "berlin",     "bolivia",
    "bosnia",      "brazil",      "britain",   "brussels",   "bulgaria",   "cairo",
    "california",  "cambodia",    "cameroon",  "canada",     "chicago",    "china",
    "colombia",    "croatia",     "cuba",      "cyprus",     "damascus",   "delhi",
    "denmark",     "dubai",       "dublin",    "ecuador",    "egypt",      "england",
    "estonia",     "ethiopia",    "europe",    "finland",    "florida",    "france",
    "gaza",        "germany",     "ghana",     "greece",     "guatemala",  "haiti",
    "honduras",    "hungary",     "iceland",   "india",      "indonesia",  "iran",
    "iraq",        "ireland",     "islamabad", "italy",      "jamaica",    "japan",
    "jerusalem",   "kabul",       "kashmir",   "kazakhstan", "kenya",      "korea",
    "kosovo",      "kuwait",      "laos",      "latvia",     "lebanon",    "liberia",
    "libya",       "lithuania",   "liverpool", "london",     "macedonia",  "madagascar",
    "madrid",      "malaysia",    "mali",      "manchester", "manila",     "mexico",
    "moldova",     "mongolia",    "moscow",    "mumbai",     "myanmar",    "namibia",
    "nepal",       "netherlands", "nicaragua", "nigeria",    "norway",     "oman",
    "oslo",        "pakistan",    "palestine", "panama",     "paraguay",   "paris",
    "peru",        "philippines", "poland",    "portugal",   "prague",     "qatar",
    "romania",     "rome",        "russia",    "rwanda",     "scotland",   "senegal",
    "seoul",       "serbia",      "shanghai",  "singapore",  "slovakia",   "slovenia",
    "somalia",     "spain",       "stockholm", "sudan",      "sweden",     "switzerland",
    "syria",       "taiwan",      "tehran",    "texas",      "thailand",   "tibet",
    "tokyo",       "toronto",     "tunisia",   "turkey",     "uganda",     "ukraine",
    "uruguay",     "uzbekistan",  "venezuela", "vienna",     "vietnam",    "warsaw",
    "yemen",       "zambia",      "zimbabwe"};

static int compare(const void *word, const void *listed)
{
    return strcmp(word, *(const char *const *)listed);
}

bool pith__is_toponym(const char *word)
{
    return bsearch(word, places, sizeof places / sizeof *places, sizeof *places, compare) != NULL;
}
