package io.playcaller.router.simulate;

import java.util.Map;

/**
 * What one play would have done.
 *
 * @param runs that would have begun
 * @param joined signals that would have joined a task of it
 * @param followUps runs beside these that would have begun because another play gave up, had nobody done anything about that; their
 *     accounts and their work are not counted
 * @param accounts on which it would have run, with how often; those with the most runs, at most {@link #ACCOUNTS}
 * @param accountsInAll how many there are
 * @param minutes of work of all human steps of these runs, of branches both ways
 */
public record PlayCount(
        String play,
        int runs,
        int joined,
        int followUps,
        Map<String, Integer> accounts,
        int accountsInAll,
        long minutes) {

    /** No more accounts are named. */
    public static final int ACCOUNTS = 100;
}
