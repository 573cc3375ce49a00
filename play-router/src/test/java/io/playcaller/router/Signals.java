package io.playcaller.router;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalDraft;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.register.Owner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds signals for tests: an opened, live drop of usage of a mid-market account, unless told otherwise. */
public final class Signals {

    private final String accountId;
    private UUID episodeId = Ids.next();
    private int transition = 1;
    private SignalState state = SignalState.OPENED;
    private Reason reason = Reason.USAGE_DROP;
    private Severity severity = Severity.HIGH;
    private SignalOrigin origin = SignalOrigin.LIVE;
    private String tier = "mid-market";
    private String stage = "adoption";
    private long valueMinor = 5_000_000;
    private @Nullable String mergedInto;
    private boolean more;
    private @Nullable List<String> themes;
    private @Nullable LocalDate renewalOn;
    private @Nullable LocalDate noticeBy;
    private final List<Owner> owners = new ArrayList<>();

    private Signals(String accountId) {
        this.accountId = accountId;
    }

    public static Signals of(String accountId) {
        return new Signals(accountId);
    }

    public Signals episode(UUID id) {
        episodeId = id;
        return this;
    }

    public Signals transition(int number, SignalState newState) {
        transition = number;
        state = newState;
        return this;
    }

    /** Over, because the account became another one. */
    public Signals mergedInto(String account) {
        mergedInto = account;
        return transition(2, SignalState.CLEARED);
    }

    /** An update that tells of one more ticket, milestone, theme or person. */
    public Signals ofMore(int number) {
        more = true;
        return transition(number, SignalState.UPDATED);
    }

    public Signals reason(Reason newReason) {
        reason = newReason;
        return this;
    }

    /** Of tickets that keep coming back. */
    public Signals themes(String... words) {
        themes = List.of(words);
        return reason(Reason.SUP_RECURRING);
    }

    public Signals severity(Severity newSeverity) {
        severity = newSeverity;
        return this;
    }

    public Signals backfill() {
        origin = SignalOrigin.BACKFILL;
        return this;
    }

    public Signals tier(String newTier) {
        tier = newTier;
        return this;
    }

    public Signals stage(String newStage) {
        stage = newStage;
        return this;
    }

    public Signals value(long minor) {
        valueMinor = minor;
        return this;
    }

    /** Of an account whose contract ends, and can be cancelled until then. */
    public Signals renewal(LocalDate endsOn, @Nullable LocalDate cancelBy) {
        renewalOn = endsOn;
        noticeBy = cancelBy;
        return this;
    }

    public Signals owner(String role, String staffId) {
        owners.add(new Owner(role, staffId, LocalDate.of(2020, 1, 1), null));
        return this;
    }

    public SignalChanged build() {
        Instant at = Instant.parse("2026-03-02T10:00:00Z");
        Money value = new Money(valueMinor, "EUR");
        Profile profile = new Profile("mid-market", tier, stage, at, value, renewalOn, noticeBy);
        return SignalDraft.of(episodeId, reason, at, "Usage fell by 40% against the four weeks before", "test-1")
                .step(transition, state, at)
                .severity(severity)
                .origin(origin)
                .evidence(List.of(new Evidence("12 active users this week, 20 before", null, at)))
                .score(42_000L, List.of(new Contribution(Cause.FACT, "usage", "usage-trend", -15_000, reason)))
                .accountId(accountId)
                .account(
                        new AccountSnapshot(
                                "Acme " + accountId, "Europe/Berlin", profile, owners, 1, owners.isEmpty() ? 0 : 1),
                        value)
                .mergedInto(mergedInto)
                .ofMore(more)
                .themes(themes)
                .build();
    }

    /** Health of an account in a stage of its life. */
    static HealthChanged health(String accountId, String stage, Instant at, @Nullable Instant touch) {
        return new HealthChanged(
                accountId,
                at,
                at,
                60_000,
                null,
                Grade.C,
                null,
                List.of(),
                List.of(),
                50_000,
                1_000_000,
                List.of(),
                touch,
                List.of(),
                new Profile("mid-market", "mid-market", stage, at, null, null, null),
                "test-1");
    }

    /** The same while a ticket of severity 1 is open. */
    static HealthChanged severe(HealthChanged last, Instant since) {
        ObjectNode told = WireJson.mapper().valueToTree(last);
        return WireJson.read(WireJson.write(told.put("severeSince", since.toString())), HealthChanged.class);
    }

    /** The same under contract in a tier. */
    static HealthChanged inTier(HealthChanged last, String tier) {
        ObjectNode told = WireJson.mapper().valueToTree(last);
        ObjectNode profile = (ObjectNode) told.get("profile");
        profile.put("tier", tier).set("arr", WireJson.mapper().valueToTree(new Money(5_000_000, "EUR")));
        return WireJson.read(WireJson.write(told), HealthChanged.class);
    }

    /** The same, told once more when all that it was measured by went away. */
    static HealthChanged gone(HealthChanged last) {
        ObjectNode told = WireJson.mapper().valueToTree(last);
        return WireJson.read(WireJson.write(told.put("confidence", 0)), HealthChanged.class);
    }
}
