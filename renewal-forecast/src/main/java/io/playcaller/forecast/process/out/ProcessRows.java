package io.playcaller.forecast.process.out;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.Owner;
import io.playcaller.forecast.engine.contract.MovedDay;
import io.playcaller.forecast.engine.process.AccountFacts;
import io.playcaller.forecast.engine.process.Episode;
import io.playcaller.forecast.engine.process.FaultCode;
import io.playcaller.forecast.engine.process.Judgement;
import io.playcaller.forecast.engine.process.RenewalCase;
import io.playcaller.forecast.engine.process.Work;
import io.playcaller.forecast.process.AccountProfile;
import io.playcaller.forecast.process.LoadedAccount;
import io.playcaller.forecast.renewal.AccountForecasts.Made;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts rows of several tables together to accounts with their renewals. Used by one transaction. */
final class ProcessRows {

    /** What was confirmed for one renewal. */
    private record Confirmed(LocalDate renewalOn, List<String> words) {}

    private record Known(AccountProfile profile, @Nullable LocalDate lastTouchOn, Set<String> milestones) {}

    private final Map<String, Row> accounts = new HashMap<>();
    private final Map<String, List<Owner>> owners = new HashMap<>();
    private final Map<String, Long> ownersVersions = new HashMap<>();
    private final Map<String, List<Work>> work = new HashMap<>();
    private final Map<String, List<Judgement>> judgements = new HashMap<>();
    private final Map<String, List<Confirmed>> confirmed = new HashMap<>();
    private final Map<String, Map<FaultCode, LocalDate>> faults = new HashMap<>();
    private final List<Episode> episodes = new ArrayList<>();
    private final Map<String, LocalDate> knownSince = new HashMap<>();

    void account(Row row) {
        accounts.put(row.getString("account_id"), row);
    }

    void known(Row row) {
        knownSince.put(row.getString("contract_id"), row.getLocalDate("known_since"));
    }

    void owner(Row row) {
        String account = row.getString("account_id");
        Owner owner = new Owner(
                row.getString("role"),
                row.getString("staff_id"),
                row.getLocalDate("from_day"),
                row.getLocalDate("until_day"));
        list(owners, account).add(owner);
        ownersVersions.merge(account, row.getLong("version"), Math::max);
    }

    void work(Row row) {
        list(work, row.getString("account_id"))
                .add(new Work(
                        row.getString("play"),
                        Reason.ofWire(row.getString("reason")),
                        row.getString("assignee"),
                        !row.getString("state").equals("completed"),
                        day(row.getOffsetDateTime("at"))));
    }

    void judgement(Row row) {
        list(judgements, row.getString("contract_id")).add(JudgementRows.read(row));
    }

    void confirmed(Row row) {
        list(confirmed, row.getString("contract_id"))
                .add(new Confirmed(row.getLocalDate("renewal_on"), List.of(row.getArrayOfStrings("confirmed"))));
    }

    void fault(Row row) {
        FaultCode.of(row.getString("code"))
                .ifPresent(code -> faults.computeIfAbsent(row.getString("contract_id"), id -> new HashMap<>())
                        .put(code, day(row.getOffsetDateTime("since"))));
    }

    void episode(Row row) {
        episodes.add(EpisodeRows.read(row));
    }

    /** The accounts of {@code made}, from what was read. */
    List<LoadedAccount> accounts(Map<String, List<Made>> made, LocalDate today) {
        Map<String, String> accountOf = new HashMap<>();
        made.forEach(
                (account, all) -> all.forEach(it -> accountOf.put(it.forecast().contractId(), account)));
        Map<String, List<Episode>> byAccount = new HashMap<>();
        episodes.forEach(episode -> list(byAccount, accountOf.getOrDefault(episode.contractId(), episode.accountId()))
                .add(episode));
        return made.entrySet().stream()
                .map(entry -> account(entry.getKey(), entry.getValue(), byAccount, today))
                .toList();
    }

    private LoadedAccount account(
            String account, List<Made> made, Map<String, List<Episode>> byAccount, LocalDate today) {
        Known known = known(account);
        AccountFacts facts = new AccountFacts(
                known.profile().tier(),
                known.lastTouchOn(),
                known.milestones(),
                known.profile().ownersOn(today),
                work.getOrDefault(account, List.of()));
        return new LoadedAccount(
                account,
                known.profile(),
                made.stream().map(it -> renewal(it, facts)).toList(),
                byAccount.getOrDefault(account, List.of()),
                knownSince);
    }

    private RenewalCase renewal(Made made, AccountFacts account) {
        String contract = made.forecast().contractId();
        Set<String> words = new HashSet<>();
        confirmed.getOrDefault(contract, List.of()).stream()
                .filter(said ->
                        MovedDay.wordsHold(said.renewalOn(), made.forecast().renewalOn()))
                .forEach(said -> words.addAll(said.words()));
        return new RenewalCase(
                made.situation(),
                made.forecast(),
                account,
                judgements.getOrDefault(contract, List.of()),
                words,
                faults.getOrDefault(contract, Map.of()));
    }

    private Known known(String account) {
        Row row = accounts.get(account);
        List<Owner> all = owners.getOrDefault(account, List.of());
        long ownersVersion = ownersVersions.getOrDefault(account, 0L);
        if (row == null) {
            return new Known(new AccountProfile(account, null, null, all, 0, ownersVersion), null, Set.of());
        }
        String[] milestones = row.getArrayOfStrings("milestones");
        OffsetDateTime touch = row.getOffsetDateTime("last_touch_at");
        String name = row.getString("name");
        Long version = row.getLong("version");
        AccountProfile profile = new AccountProfile(
                name == null ? account : name,
                row.getString("zone"),
                kind(row),
                all,
                version == null ? 0 : version,
                ownersVersion);
        return new Known(
                profile, touch == null ? null : day(touch), milestones == null ? Set.of() : Set.of(milestones));
    }

    private static AccountProfile.@Nullable Kind kind(Row row) {
        String segment = row.getString("segment");
        String tier = row.getString("tier");
        String stage = row.getString("stage");
        OffsetDateTime since = row.getOffsetDateTime("stage_since");
        return segment == null || tier == null || stage == null || since == null
                ? null
                : new AccountProfile.Kind(segment, tier, stage, since.toInstant());
    }

    private static LocalDate day(OffsetDateTime at) {
        return LocalDate.ofInstant(at.toInstant(), ZoneOffset.UTC);
    }

    private static <T> List<T> list(Map<String, List<T>> lists, String key) {
        return lists.computeIfAbsent(key, id -> new ArrayList<>());
    }
}
