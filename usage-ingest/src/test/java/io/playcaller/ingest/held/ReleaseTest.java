package io.playcaller.ingest.held;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.ingest.catalogue.UseRules;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.event.ClockSkew;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Identities;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.LiveWindow;
import io.playcaller.ingest.event.Places;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.event.SentTimes;
import io.playcaller.ingest.event.Statement;
import io.playcaller.ingest.event.Subject;
import io.playcaller.ingest.held.Release.Ready;
import io.playcaller.ingest.held.Release.StillWaits;
import io.playcaller.ingest.held.Release.Unusable;
import io.playcaller.ingest.identity.MergedAccounts;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.PersonRef;
import io.playcaller.ingest.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseTest {

    private static final Instant CAME = Instant.parse("2026-03-01T12:00:00Z");
    private static final ExternalId ANN = ExternalId.user("ann");
    private static final ExternalId BOB = ExternalId.user("bob");
    private static final Release.Rules RULES =
            new Release.Rules(new ClockSkew(Duration.ofHours(24)), new LiveWindow(Duration.ofHours(24)), UseRules.NONE);
    private static final Map<ExternalId, PersonRef> KNOWN =
            Map.of(ANN, new PersonRef("p-ann", "acme"), BOB, new PersonRef("p-bob", null));

    @Test
    void theAccountIsThatOfNowAndTheTimeThatOfTheFirstReceipt() {
        Ready ready = (Ready) release(item(SentTimes.NONE, ANN), Map.of(), Duration.ofHours(3));

        assertThat(ready.accountId()).isEqualTo("acme");
        assertThat(ready.personIds()).containsExactly("p-ann");
        assertThat(ready.envelope().id()).isEqualTo("m1");
        assertThat(ready.envelope().source()).isEqualTo("web");
        assertThat(ready.envelope().time()).isEqualTo(CAME);
        assertThat(ready.envelope().receivedAt()).isEqualTo(CAME.plus(Duration.ofHours(3)));
        assertThat(ready.fact()).isEqualTo(new UsageRecorded("acme", "Login", null, null, "p-ann", 1, true));
    }

    @Test
    void itIsLiveByItsTimeAgainstTheRelease() {
        SentTimes tenHoursBefore = new SentTimes(CAME.minus(Duration.ofHours(10)), null);

        assertThat(origin(tenHoursBefore, Map.of(), Duration.ofHours(13))).isEqualTo(FactOrigin.LIVE);
        assertThat(origin(tenHoursBefore, Map.of(), Duration.ofHours(15))).isEqualTo(FactOrigin.BASELINE);
        assertThat(origin(SentTimes.NONE, Map.of("playcaller-backfill", "true"), Duration.ofHours(1)))
                .isEqualTo(FactOrigin.BASELINE);
    }

    @Test
    void aWrongClockIsPutRightByTheFirstReceipt() {
        SentTimes anHourAhead = new SentTimes(
                CAME.plus(Duration.ofHours(1)).minus(Duration.ofMinutes(5)), CAME.plus(Duration.ofHours(1)));

        Ready ready = (Ready) release(item(anHourAhead, ANN), Map.of(), Duration.ofHours(20));

        assertThat(ready.envelope().time()).isEqualTo(CAME.minus(Duration.ofMinutes(5)));
    }

    @Test
    void whoHasNoAccountAfterAllWaitsOn() {
        assertThat(release(item(SentTimes.NONE, BOB), Map.of(), Duration.ofHours(1)))
                .isInstanceOf(StillWaits.class);
    }

    @Test
    void whoIsBeingForgottenIsNotMadeAnew() {
        assertThat(release(item(SentTimes.NONE, ANN, ExternalId.user("gone")), Map.of(), Duration.ofHours(1)))
                .isInstanceOf(StillWaits.class);
    }

    @Test
    void whatCannotBeReadAnyMoreSaysWhy() {
        Item item = Item.refused(0, "m1", raw(), Refusal.tooLarge(1_000, 2_000));

        assertThat(release(item, Map.of(), Duration.ofHours(1)))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        unusable -> assertThat(unusable.refusal().code()).isEqualTo("event.too-large"));
    }

    private static FactOrigin origin(SentTimes times, Map<String, String> attributes, Duration after) {
        return ((Ready) release(item(times, ANN), attributes, after)).envelope().origin();
    }

    private static Release release(Item item, Map<String, String> attributes, Duration after) {
        DeadLetter letter = new DeadLetter(
                "l1",
                Place.HTTP,
                "web",
                "account.unknown",
                "why",
                null,
                null,
                null,
                CAME,
                "application/json",
                "{}",
                false,
                attributes);
        HeldEvent held = new HeldEvent(1, new ClaimKey("web", "m1"), ANN, letter);
        return Release.of(held, item, new Identities(KNOWN, MergedAccounts.NONE), RULES, CAME.plus(after));
    }

    private static Item item(SentTimes times, ExternalId... people) {
        return Item.readable(
                0,
                raw(),
                new Draft(
                        "m1",
                        times,
                        new Subject(null, List.of(people), List.of()),
                        new Statement.Usage("Login", null, null, 1, true),
                        new Places("/messageId", "/timestamp", "")));
    }

    private static RawItem raw() {
        return RawItem.whole("application/json", new byte[0], Map.of());
    }
}
