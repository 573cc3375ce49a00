package io.playcaller.forecast.engine.review;

import java.util.OptionalLong;

/**
 * What a review proposes; people decide.
 *
 * @param moreAccounts how many more it takes to know; empty where that is not the question, or cannot be said
 */
public record Proposal(Kind kind, String because, OptionalLong moreAccounts) {

    /** What to do with a play. */
    public enum Kind {
        KEEP,
        OPTIMIZE,
        RETHINK,
        /** Nothing yet: too little is known. */
        COLLECT
    }
}
