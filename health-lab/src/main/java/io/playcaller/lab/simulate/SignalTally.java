package io.playcaller.lab.simulate;

/**
 * Signals of one reason.
 *
 * @param opened in the span
 * @param closed of all that were open in the span, how many ended in it
 * @param open at the end
 * @param accountsOnlyHere accounts with one that was opened in the span, which the other version opened none of this reason for
 */
public record SignalTally(int opened, int closed, int open, int accountsOnlyHere) {

    static final SignalTally NONE = new SignalTally(0, 0, 0, 0);

    SignalTally plus(SignalTally other) {
        return new SignalTally(
                opened + other.opened,
                closed + other.closed,
                open + other.open,
                accountsOnlyHere + other.accountsOnlyHere);
    }
}
