package io.playcaller.forecast.intake.out;

import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.Profile;
import io.playcaller.forecast.intake.Told;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The tables {@code health}, the newest of each account, and {@code account_profile}, a row per change of segment or tier. */
final class HealthRows {

    /** Between the milestones of one account: an array of arrays would be one flat array. */
    private static final String SEPARATOR = "\u001f";

    /**
     * Of all this only segment and tier are in portfolio figures. A row of before there were tiers is filled by the same revision, too:
     * until then its renewals tell no signal.
     */
    private static final String HEALTHS = """
            insert into health (account_id, rev, score, confidence, grade, segment, tier, stage, stage_since, adoption,
                milestones, last_touch_at, at)
            select account_id, rev, score, confidence, grade, segment, tier, stage, stage_since, adoption,
                string_to_array(milestones, chr(31)), last_touch_at, at
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::timestamptz[], $10::bigint[], $11::text[], $12::timestamptz[], $13::timestamptz[])
                as told (account_id, rev, score, confidence, grade, segment, tier, stage, stage_since, adoption,
                    milestones, last_touch_at, at)
            on conflict (account_id) do update
            set rev = excluded.rev, score = excluded.score, confidence = excluded.confidence, grade = excluded.grade,
                segment = excluded.segment, tier = excluded.tier, stage = excluded.stage,
                stage_since = excluded.stage_since, adoption = excluded.adoption, milestones = excluded.milestones,
                last_touch_at = excluded.last_touch_at, at = excluded.at,
                changed = case
                    when health.segment is distinct from excluded.segment or health.tier is distinct from excluded.tier
                    then excluded.changed else health.changed end
            where health.rev < excluded.rev or (health.rev = excluded.rev and health.tier is null)""";

    /** Of a day the newest word counts; the same as before is no change. */
    private static final String PROFILES = """
            insert into account_profile (account_id, since, segment, tier)
            select told.account_id, told.since, told.segment, told.tier
            from unnest($1::text[], $2::date[], $3::text[], $4::text[]) as told (account_id, since, segment, tier)
            where not exists (
                select from account_profile known
                where known.account_id = told.account_id and known.segment = told.segment and known.tier = told.tier
                    and known.since = (
                        select max(newest.since) from account_profile newest
                        where newest.account_id = told.account_id and newest.since <= told.since))
            on conflict (account_id, since) do update set segment = excluded.segment, tier = excluded.tier""";

    private HealthRows() {}

    static Uni<Void> store(SqlConnection transaction, Collection<Told.Health> healths) {
        if (healths.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple newest = Tuple.wrap(new Object[] {
            column(healths, HealthChanged::accountId, String[]::new),
            healths.stream().map(Told.Health::rev).toArray(Long[]::new),
            column(healths, HealthChanged::score, Long[]::new),
            column(healths, HealthChanged::confidence, Integer[]::new),
            column(healths, health -> health.grade().name().toLowerCase(Locale.ROOT), String[]::new),
            column(healths, health -> health.profile().segment(), String[]::new),
            column(healths, health -> health.profile().tier(), String[]::new),
            column(healths, health -> health.profile().stage(), String[]::new),
            column(healths, health -> StoredTime.orNull(health.profile().stageSince()), OffsetDateTime[]::new),
            column(healths, HealthChanged::adoptionIndex, Long[]::new),
            column(healths, health -> String.join(SEPARATOR, health.milestones()), String[]::new),
            column(healths, health -> StoredTime.orNull(health.lastTouchAt()), OffsetDateTime[]::new),
            column(healths, health -> StoredTime.orNull(health.at()), OffsetDateTime[]::new)
        });
        return transaction
                .preparedQuery(HEALTHS)
                .execute(newest)
                .chain(() -> transaction.preparedQuery(PROFILES).execute(profiles(healths)))
                .replaceWithVoid();
    }

    private static Tuple profiles(Collection<Told.Health> healths) {
        return Tuple.wrap(new Object[] {
            column(healths, HealthChanged::accountId, String[]::new),
            column(healths, health -> StoredTime.of(health.at()).toLocalDate(), LocalDate[]::new),
            column(healths, health -> known(health.profile(), Profile::segment), String[]::new),
            column(healths, health -> known(health.profile(), Profile::tier), String[]::new)
        });
    }

    private static String known(Profile profile, Function<Profile, @Nullable String> part) {
        String text = part.apply(profile);
        return text == null ? "" : text;
    }

    private static <C> C[] column(
            Collection<Told.Health> healths, Function<HealthChanged, @Nullable C> value, IntFunction<C[]> array) {
        return healths.stream().map(health -> value.apply(health.health())).toArray(array);
    }
}
