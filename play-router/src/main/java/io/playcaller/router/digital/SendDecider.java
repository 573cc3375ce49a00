package io.playcaller.router.digital;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a message goes now, waits or is left out. Whatever refuses it, at the end of its days it is decided for good.
 *
 * @param now by the business clock
 * @param channelIsReady whether its way to people of customers is configured
 */
public record SendDecider(Instant now, boolean channelIsReady) {

    /** What no time alone ends is asked for again after so long. */
    static final Duration ASK_AGAIN = Duration.ofHours(1);

    /** What is so until somebody changes it on purpose: waiting for it would be waiting for nothing. */
    private static final Set<String> FOR_GOOD =
            Set.of("unknown-person", "no-way-out", "no-consent", "unsubscribed", "no-account");

    private static final String NIGHT = "quiet-hours";

    /** Why it does not go now. */
    private record Refusal(
            String reason,
            String sentence,
            boolean passes,
            @Nullable Instant next) {

        static Refusal forGood(String reason, String sentence) {
            return new Refusal(reason, sentence, false, null);
        }
    }

    public SendDecision decide(Outgoing message, Circumstances around) {
        Optional<Refusal> refusal =
                ofMessage(message, around).or(() -> ofPerson(around)).or(() -> ofGate(around));
        return refusal.<SendDecision>map(found -> refused(message, found))
                .orElseGet(() -> new SendDecision.Send(String.valueOf(around.email())));
    }

    private Optional<Refusal> ofMessage(Outgoing message, Circumstances around) {
        if (!around.runIsOpen()) {
            return Optional.of(Refusal.forGood("run-over", "The run of its play is over."));
        }
        if (now.isAfter(message.until().plus(ASK_AGAIN))) {
            return Optional.of(Refusal.forGood("too-late", "Its days were over before it could be sent."));
        }
        return channelIsReady
                ? Optional.empty()
                : Optional.of(Refusal.forGood("no-channel", "Its way to people of customers is not configured."));
    }

    /** What the gate knows better is left to it: who is not known here has no address either. */
    private static Optional<Refusal> ofPerson(Circumstances around) {
        if (FOR_GOOD.contains(around.permission().reason())) {
            return Optional.empty();
        }
        if (!around.sameAccount()) {
            return Optional.of(Refusal.forGood("other-account", "They are of another account now."));
        }
        if (around.email() == null) {
            return Optional.of(Refusal.forGood("no-address", "No address of theirs is known."));
        }
        if (around.bounced()) {
            return Optional.of(Refusal.forGood("bounced", "Their address took no mail when it was last written to."));
        }
        return around.sameTextBefore()
                ? Optional.of(Refusal.forGood("same-text", "They had the same text lately."))
                : Optional.empty();
    }

    private static Optional<Refusal> ofGate(Circumstances around) {
        Permission permission = around.permission();
        if (!permission.granted()) {
            boolean passes = !FOR_GOOD.contains(permission.reason());
            return Optional.of(new Refusal(permission.reason(), permission.sentence(), passes, permission.next()));
        }
        return around.colleagueWorks()
                ? Optional.of(new Refusal("human-step", "One of ours has a task of the same play.", true, null))
                : Optional.empty();
    }

    private SendDecision refused(Outgoing message, Refusal refusal) {
        boolean mayWait = message.message().waits() || refusal.reason().equals(NIGHT);
        if (!refusal.passes() || !mayWait || !now.isBefore(message.until())) {
            return new SendDecision.Skip(refusal.reason(), refusal.sentence());
        }
        Instant again = refusal.next() == null ? now.plus(ASK_AGAIN) : refusal.next();
        Instant at = again.isBefore(message.until()) ? again : message.until();
        return new SendDecision.Wait(at, refusal.reason(), refusal.sentence());
    }
}
