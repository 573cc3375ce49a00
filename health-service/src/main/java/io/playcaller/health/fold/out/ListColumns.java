package io.playcaller.health.fold.out;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.register.Owner;
import io.playcaller.health.account.NoScore;
import io.playcaller.health.account.ProductGrade;
import io.playcaller.health.engine.fact.Account;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Merge;
import io.playcaller.health.engine.fact.Owners;
import io.playcaller.health.engine.profile.Placed;
import io.playcaller.health.engine.state.AccountState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What lists of accounts show beside the newest score, read from a state. Lists of values are one text each. */
final class ListColumns {

    /** Between the values of a list; in an id a space stands in its place. */
    static final String SEPARATOR = "\u001f";

    private static final int LAST_YEAR = 9999;

    /** What each of them is made of. */
    private static final List<Function<AccountState, @Nullable Object>> SHOWN = List.of(
            AccountState::name,
            AccountState::score,
            AccountState::grade,
            AccountState::profile,
            ListColumns::list,
            ListColumns::mergedInto,
            ListColumns::mergedSince,
            ListColumns::noScore,
            ListColumns::waitsFor,
            ListColumns::waitsSince,
            ListColumns::targetAt,
            ListColumns::stallsAt);

    private ListColumns() {}

    /** Whether both states show the same in lists, but for confidence and products, which move only with an announced score. */
    static boolean same(AccountState one, AccountState other) {
        return SHOWN.stream().allMatch(shown -> Objects.equals(shown.apply(one), shown.apply(other)));
    }

    /** As it stands, also where it is none any more. */
    static @Nullable Integer score(AccountState state) {
        Long score = state.score();
        return score == null ? null : Math.toIntExact(score);
    }

    static @Nullable String grade(AccountState state) {
        Grade grade = state.grade();
        return grade == null ? null : grade.name();
    }

    static @Nullable String segment(AccountState state) {
        return profile(state, Profile::segment);
    }

    static @Nullable String tier(AccountState state) {
        return profile(state, Profile::tier);
    }

    static @Nullable String stage(AccountState state) {
        return profile(state, Profile::stage);
    }

    static @Nullable Long arrMinor(AccountState state) {
        Money arr = profile(state, Profile::arr);
        return arr == null ? null : (Long) arr.minor();
    }

    static @Nullable String arrCurrency(AccountState state) {
        Money arr = profile(state, Profile::arr);
        return arr == null ? null : arr.currency();
    }

    /** Where the account is placed, with or without a score; nothing of a state from before that was known. */
    private static <T> @Nullable T profile(AccountState state, Function<Profile, @Nullable T> field) {
        Profile profile = state.profile();
        return profile == null ? null : field.apply(profile);
    }

    static String owners(AccountState state) {
        return joined(state, owner -> owner.staffId().replace(SEPARATOR, " "));
    }

    static String ownersFrom(AccountState state) {
        return joined(state, owner -> date(owner.from()));
    }

    /** The day on which it is no longer so. */
    static String ownersUntil(AccountState state) {
        return joined(state, owner -> owner.until() == null ? "infinity" : date(owner.until()));
    }

    /** The account into which it is merged; null while it is itself. */
    static @Nullable String mergedInto(AccountState state) {
        Merge merge = merge(state);
        return standing(merge) ? merge.into() : null;
    }

    static @Nullable Instant mergedSince(AccountState state) {
        Merge merge = merge(state);
        return standing(merge) ? Instant.ofEpochMilli(merge.since()) : null;
    }

    /** Why it has no score; null with one. */
    static @Nullable String noScore(AccountState state) {
        if (state.score() != null) {
            return null;
        }
        boolean measurable = state.facts().sources().byName().values().stream()
                .flatMap(fed -> fed.feeds().stream())
                .anyMatch(feed -> feed != Feed.REGISTER);
        return (measurable ? NoScore.COLLECTING : NoScore.NO_INPUTS).code();
    }

    static @Nullable String waitsFor(AccountState state) {
        return state.placed() == null ? null : state.placed().waitsFor();
    }

    /** Where no milestone is waited for: since when the stage lasts. */
    static @Nullable Instant waitsSince(AccountState state) {
        Placed placed = state.placed();
        if (placed == null) {
            return null;
        }
        Instant since = instant(placed.waitsSince());
        return since == null ? placed.profile().stageSince() : since;
    }

    static @Nullable Instant targetAt(AccountState state) {
        return state.placed() == null ? null : instant(state.placed().targetAt());
    }

    static @Nullable Instant stallsAt(AccountState state) {
        return state.placed() == null ? null : instant(state.placed().stallsAt());
    }

    /** Each as an {@linkplain ProductGrade#entry() entry}; empty where the change names none. */
    static String products(HealthChanged change) {
        return change.products() == null
                ? ""
                : change.products().stream()
                        .map(product -> ProductGrade.of(product).entry().replace(SEPARATOR, " "))
                        .collect(Collectors.joining(SEPARATOR));
    }

    private static @Nullable Instant instant(long millis) {
        return millis == Placed.NEVER ? null : Instant.ofEpochMilli(millis);
    }

    private static String joined(AccountState state, Function<Owner, String> value) {
        return list(state).stream().map(value).collect(Collectors.joining(SEPARATOR));
    }

    private static List<Owner> list(AccountState state) {
        History<Owners> owners = state.facts().register().owners();
        return owners == null ? List.of() : owners.newest().value().list();
    }

    private static String date(LocalDate day) {
        return day.getYear() > LAST_YEAR ? "infinity" : day.getYear() < 1 ? "-infinity" : day.toString();
    }

    private static Merge merge(AccountState state) {
        History<Account> account = state.facts().register().account();
        return account == null ? Merge.NONE : account.newest().value().merge();
    }

    private static boolean standing(Merge merge) {
        return !merge.into().isEmpty() && merge.until() == Long.MAX_VALUE;
    }
}
