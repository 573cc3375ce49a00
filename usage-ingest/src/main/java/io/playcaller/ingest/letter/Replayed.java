package io.playcaller.ingest.letter;

/** What asking for a replay came to. */
public sealed interface Replayed {

    /** It was tried. */
    record Ended(Became became) implements Replayed {}

    /** Another replay of the letter, or of its event, has not ended. */
    record InWork() implements Replayed {}

    /** Such a letter is not replayed, or not so. */
    record Impossible(String why) implements Replayed {}
}
