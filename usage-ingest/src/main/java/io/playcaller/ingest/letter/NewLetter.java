package io.playcaller.ingest.letter;

import java.util.Set;

/**
 * A letter as it came from its topic.
 *
 * @param json the whole of it
 * @param replayable whether it can be replayed at all
 * @param persons the hashes of everybody whom it names, as far as that can be read
 */
public record NewLetter(LetterHead head, String json, boolean replayable, Set<String> persons) {

    public NewLetter {
        persons = Set.copyOf(persons);
    }
}
