package io.playcaller.router.digital;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendDeciderTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant UNTIL = NOON.plus(Duration.ofDays(3));
    private static final Permission YES = Permission.GRANTED;

    @Test
    void whatNothingRefusesGoesToTheAddress() {
        assertThat(decide(message(true), around(YES))).isEqualTo(new SendDecision.Send("pia@example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown-person", "no-consent", "unsubscribed", "no-account", "no-way-out"})
    void whatNoTimeAloneChangesIsLeftOutAtOnce(String reason) {
        assertThat(decide(message(true), around(Permission.no(reason, "No."))))
                .isEqualTo(new SendDecision.Skip(reason, "No."));
    }

    @ParameterizedTest
    @CsvSource({"severe-ticket", "human-play"})
    void whileSomethingWorseGoesOnItWaitsOrIsLeftOutAsThePlaySays(String reason) {
        Permission permission = Permission.no(reason, "Not now.");

        assertThat(decide(message(true), around(permission)))
                .isEqualTo(new SendDecision.Wait(NOON.plus(SendDecider.ASK_AGAIN), reason, "Not now."));
        assertThat(decide(message(false), around(permission))).isEqualTo(new SendDecision.Skip(reason, "Not now."));
    }

    @Test
    void theNightIsWaitedForWhateverThePlaySays() {
        Instant morning = NOON.plus(Duration.ofHours(20));
        Permission night = Permission.notBefore(morning, "quiet-hours", "They sleep.");

        assertThat(decide(message(false), around(night)))
                .isEqualTo(new SendDecision.Wait(morning, "quiet-hours", "They sleep."));
    }

    @Test
    void nobodyGetsAMessageWhileOneOfOursHasATaskOfTheSamePlay() {
        Circumstances around = new Circumstances(YES, true, true, true, false, "Pia", "pia@example.com", false, "Acme");

        assertThat(decide(message(true), around))
                .isInstanceOfSatisfying(
                        SendDecision.Wait.class,
                        wait -> assertThat(wait.reason()).isEqualTo("human-step"));
    }

    @Test
    void whatIsPointlessIsLeftOutWithItsReason() {
        assertThat(reason(new Circumstances(YES, false, false, true, false, null, "p@x.org", false, null), true))
                .isEqualTo("run-over");
        assertThat(reason(around(YES), false)).isEqualTo("no-channel");
        assertThat(reason(new Circumstances(YES, true, false, false, false, null, "p@x.org", false, null), true))
                .isEqualTo("other-account");
        assertThat(reason(new Circumstances(YES, true, false, true, false, null, null, false, null), true))
                .isEqualTo("no-address");
        assertThat(reason(new Circumstances(YES, true, false, true, false, null, "p@x.org", true, null), true))
                .isEqualTo("bounced");
        assertThat(reason(new Circumstances(YES, true, false, true, true, null, "p@x.org", false, null), true))
                .isEqualTo("same-text");
        assertThat(reason(Circumstances.ofNobody(Permission.UNKNOWN_PERSON), true))
                .isEqualTo("unknown-person");
    }

    /** As after a day on which nothing ran: an invitation to what was last week. */
    @Test
    void whatNobodyCouldSendInItsDaysIsNotSentLongAfter() {
        SendDecision decision =
                new SendDecider(UNTIL.plus(Duration.ofHours(5)), true).decide(message(true), around(YES));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        SendDecision.Skip.class,
                        skip -> assertThat(skip.reason()).isEqualTo("too-late"));
    }

    /** Whoever is asked by how things stand, a message is over when its days are, and never goes against a refusal. */
    @Property
    void everyMessageIsOverInItsTime(
            @ForAll boolean waits, @ForAll @Size(max = 120) List<@IntRange(min = 0, max = 4) Integer> world) {
        Instant now = NOON;
        int looks = 0;
        SendDecision decision = null;
        while (decision == null || decision instanceof SendDecision.Wait) {
            Permission permission = permission(world, looks++, now);
            decision = new SendDecider(now, true).decide(message(waits), around(permission));
            assertThat(decision instanceof SendDecision.Send).isEqualTo(permission.granted());
            if (decision instanceof SendDecision.Wait wait) {
                assertThat(wait.at()).isAfter(now).isBeforeOrEqualTo(UNTIL);
                now = wait.at();
            }
        }
        assertThat(now).isBeforeOrEqualTo(UNTIL);
    }

    private static Permission permission(List<Integer> world, int look, Instant now) {
        return switch (look < world.size() ? world.get(look) : 1) {
            case 0 -> YES;
            case 1 -> Permission.no("severe-ticket", "Not now.");
            case 2 -> Permission.notBefore(now.plus(Duration.ofHours(14)), "quiet-hours", "They sleep.");
            case 3 -> Permission.notBefore(now.plus(Duration.ofDays(5)), "too-many", "Two are enough.");
            default -> Permission.no("human-play", "Not now.");
        };
    }

    /** The gate and the decider together, over a week of one person: never three messages within seven days. */
    @Property(tries = 200)
    void nobodyGetsMoreThanTwoMessagesInSevenDays(
            @ForAll @Size(min = 3, max = 12) List<@IntRange(min = 0, max = 40) Integer> hours) {
        List<Instant> sent = new ArrayList<>();
        Instant now = NOON;
        for (int hour : hours) {
            now = now.plus(Duration.ofHours(hour));
            List<Instant> newestFirst = new ArrayList<>(sent);
            newestFirst.sort((one, other) -> other.compareTo(one));
            Instant since = now.minus(ContactPolicy.STANDARD.within());
            newestFirst.removeIf(at -> !at.isAfter(since));
            Contact contact = new Contact(true, false, "acme", ZoneOffset.UTC, newestFirst, false, false);
            Permission permission = ContactPolicy.STANDARD.judge(contact, now);
            if (new SendDecider(now, true).decide(message(true), around(permission)) instanceof SendDecision.Send) {
                sent.add(now);
            }
        }
        for (int last = 2; last < sent.size(); last++) {
            assertThat(Duration.between(sent.get(last - 2), sent.get(last)))
                    .isGreaterThanOrEqualTo(ContactPolicy.STANDARD.within());
        }
    }

    private static String reason(Circumstances around, boolean ready) {
        SendDecision decision = new SendDecider(NOON, ready).decide(message(true), around);
        return decision instanceof SendDecision.Skip skip ? skip.reason() : decision.toString();
    }

    private static SendDecision decide(Outgoing message, Circumstances around) {
        return new SendDecider(NOON, true).decide(message, around);
    }

    private static Circumstances around(Permission permission) {
        return new Circumstances(permission, true, false, true, false, "Pia", "pia@example.com", false, "Acme");
    }

    private static Outgoing message(boolean waits) {
        DigitalMessage message =
                new DigitalMessage(new MessageTemplate("hello", "Hello", "Hello."), ChannelKind.MAIL, waits, 3);
        UUID id = new UUID(0, 1);
        return new Outgoing(id, id, "play", "mail", "acme", "pia", message, null, UNTIL, 0);
    }
}
