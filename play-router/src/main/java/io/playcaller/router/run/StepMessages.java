package io.playcaller.router.run;

import org.jspecify.annotations.Nullable;

/**
 * The messages of a digital step, as far as they went.
 *
 * @param open that wait or are on their way
 * @param sent that went out and did not come back
 * @param cameBack that a server had taken and gave up later
 * @param refusal why one of the others was not sent, for people; null where there is none
 */
public record StepMessages(
        int open, int sent, int cameBack, @Nullable String refusal) {

    /** Nobody of the account can be written to. */
    public static final StepMessages NONE =
            new StepMessages(0, 0, 0, "Nobody of the account may be written to and has an address.");

    boolean isOver() {
        return open == 0;
    }

    /** Whether all that went out came back. */
    boolean allCameBack() {
        return cameBack > 0 && sent == 0 && isOver();
    }

    String whyNone() {
        return refusal == null ? "None of its messages was sent." : refusal;
    }
}
