package io.playcaller.router.run;

import org.jspecify.annotations.Nullable;

/**
 * The messages of a digital step, as far as they went.
 *
 * @param open that wait or are on their way
 * @param sent that went out
 * @param refusal why one of the others was not sent, for people; null where there is none
 */
public record StepMessages(int open, int sent, @Nullable String refusal) {

    /** Nobody of the account can be written to. */
    public static final StepMessages NONE =
            new StepMessages(0, 0, "Nobody of the account may be written to and has an address.");

    boolean isOver() {
        return open == 0;
    }

    String whyNone() {
        return refusal == null ? "None of its messages was sent." : refusal;
    }
}
