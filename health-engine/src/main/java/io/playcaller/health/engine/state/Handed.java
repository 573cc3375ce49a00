package io.playcaller.health.engine.state;

import io.playcaller.health.engine.fact.Child;

/**
 * What an account last told a parent of itself.
 *
 * @param number of what it told last, to whomever; 0 before anything was told
 * @param parentId empty when it was told to none
 */
public record Handed(long number, String parentId, Child child) {

    /** As a parent has it that nothing was told. */
    public static final Child GONE = new Child(Child.NO_SCORE, 0, 0, "", false, Child.LEFT);

    public static final Handed NOTHING = new Handed(0, "", GONE);
}
