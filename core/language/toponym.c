#include "language/toponym.h"

#include <string.h>

enum { MOST = 17 }; /* places of a letter, and an end */

/* By the first letter: most words with a capital are none and are told by their second one. */
static const char *const places[26][MOST] = {
    ['a' - 'a'] = {"afghanistan", "africa", "albania", "algeria", "america", "angola", "argentina",
                   "armenia", "asia", "athens", "australia", "austria", "azerbaijan"},
    ['b' - 'a'] = {"baghdad", "bahrain", "bangkok", "bangladesh", "barcelona", "beijing", "beirut",
                   "belarus", "belgium", "berlin", "bolivia", "bosnia", "brazil", "britain",
                   "brussels", "bulgaria"},
    ['c' - 'a'] = {"cairo", "california", "cambodia", "cameroon", "canada", "chicago", "china",
                   "colombia", "croatia", "cuba", "cyprus"},
    ['d' - 'a'] = {"damascus", "delhi", "denmark", "dubai", "dublin"},
    ['e' - 'a'] = {"ecuador", "egypt", "england", "estonia", "ethiopia", "europe"},
    ['f' - 'a'] = {"finland", "florida", "france"},
    ['g' - 'a'] = {"gaza", "germany", "ghana", "greece", "guatemala"},
    ['h' - 'a'] = {"haiti", "honduras", "hungary"},
    ['i' - 'a'] = {"iceland", "india", "indonesia", "iran", "iraq", "ireland", "islamabad",
                   "italy"},
    ['j' - 'a'] = {"jamaica", "japan", "jerusalem"},
    ['k' - 'a'] = {"kabul", "kashmir", "kazakhstan", "kenya", "korea", "kosovo", "kuwait"},
    ['l' - 'a'] = {"laos", "latvia", "lebanon", "liberia", "libya", "lithuania", "liverpool",
                   "london"},
    ['m' - 'a'] = {"macedonia", "madagascar", "madrid", "malaysia", "mali", "manchester", "manila",
                   "mexico", "moldova", "mongolia", "moscow", "mumbai", "myanmar"},
    ['n' - 'a'] = {"namibia", "nepal", "netherlands", "nicaragua", "nigeria", "norway"},
    ['o' - 'a'] = {"oman", "oslo"},
    ['p' - 'a'] = {"pakistan", "palestine", "panama", "paraguay", "paris", "peru", "philippines",
                   "poland", "portugal", "prague"},
    ['q' - 'a'] = {"qatar"},
    ['r' - 'a'] = {"romania", "rome", "russia", "rwanda"},
    ['s' - 'a'] = {"scotland", "senegal", "seoul", "serbia", "shanghai", "singapore", "slovakia",
                   "slovenia", "somalia", "spain", "stockholm", "sudan", "sweden", "switzerland",
                   "syria"},
    ['t' - 'a'] = {"taiwan", "tehran", "texas", "thailand", "tibet", "tokyo", "toronto", "tunisia",
                   "turkey"},
    ['u' - 'a'] = {"uganda", "ukraine", "uruguay", "uzbekistan"},
    ['v' - 'a'] = {"venezuela", "vienna", "vietnam"},
    ['w' - 'a'] = {"warsaw"},
    ['y' - 'a'] = {"yemen"},
    ['z' - 'a'] = {"zambia", "zimbabwe"}};

bool pith__is_toponym(const char *word)
{
    if (word[0] < 'a' || word[0] > 'z')
        return false;
    for (const char *const *place = places[word[0] - 'a']; *place; place++)
        if ((*place)[1] == word[1] && strcmp(*place, word) == 0)
            return true;
    return false;
}
