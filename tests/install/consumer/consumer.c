/* A program of somebody else's: prints who is quoted in a line of text. */
#include <pith.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    static const char text[] = "\"The tide is late,\" said Nora Vance.";
    pith_engine *engine;
    pith_document *document;
    pith_quotes *quotes;
    if (pith_engine_new(NULL, &engine) != PITH_OK ||
        pith_document_new(engine, text, strlen(text), NULL, &document) != PITH_OK ||
        pith_quotes_new(engine, document, NULL, &quotes) != PITH_OK)
        return 1;
    size_t count;
    const pith_speaker *speakers = pith_quotes_speakers(quotes, &count);
    for (size_t i = 0; i < count; i++)
        puts(speakers[i].name);
    pith_quotes_free(quotes);
    pith_document_free(document);
    pith_engine_free(engine);
    return 0;
}
