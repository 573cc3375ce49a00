package io.playcaller.forecast.process.app;

import io.playcaller.forecast.config.OutcomeConfig;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.process.Episode;
import io.playcaller.forecast.engine.review.Turn;
import io.playcaller.forecast.engine.review.Turns;
import io.playcaller.forecast.outcome.Loss;
import io.playcaller.forecast.process.LoadedAccount;
import io.playcaller.forecast.process.LossLook;
import io.playcaller.forecast.process.WaitingLoss;
import io.playcaller.forecast.renewal.AccountForecasts.Made;
import io.playcaller.forecast.renewal.AccountInputs;
import io.playcaller.forecast.renewal.app.AroundForecasts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Looks whether losses are reviewed in time whenever their account is looked at, and once a UTC day, also where it has no open contract any
 * more, or only such that are closed and still run; says the signals of those that are overdue. In the transaction of the forecast: what
 * waits and the signals as they now stand → outbox. An account without losses costs one look at an index.
 */
@ApplicationScoped
public class LossWatch implements AroundForecasts {

    private static final Logger LOG = Logger.getLogger(LossWatch.class);

    private final WaitingLosses waiting;
    private final ProcessInputs inputs;
    private final SignalVoice voice;
    private final OutcomeConfig config;
    private final RetentionDefinition definition;

    LossWatch(
            WaitingLosses waiting,
            ProcessInputs inputs,
            SignalVoice voice,
            OutcomeConfig config,
            RetentionDefinition definition) {
        this.waiting = waiting;
        this.inputs = inputs;
        this.voice = voice;
        this.config = config;
        this.definition = definition;
    }

    /** The accounts of a look: what they lost, what was said of it, and what waits. */
    private record Look(Map<String, List<Made>> made, List<Turn> turns, List<WaitingLoss> losses) {

        List<String> contractIds() {
            return turns.stream().map(Turn::contractId).distinct().sorted().toList();
        }

        /** The same with losses that came before those that may come, one of a contract. */
        Look with(List<WaitingLoss> came) {
            Map<String, WaitingLoss> byContract = new TreeMap<>();
            came.forEach(loss -> byContract.put(loss.contractId(), loss));
            losses.forEach(loss -> byContract.putIfAbsent(loss.contractId(), loss));
            return new Look(made, turns, List.copyOf(byContract.values()));
        }
    }

    @Override
    public Uni<Void> before(SqlConnection transaction, Collection<String> accountIds, Instant now) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> after(
            SqlConnection transaction, Map<String, List<Made>> made, List<AccountInputs> from, Instant now) {
        if (made.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Loss.Terms terms = new Loss.Terms(config.reviewDays(), today);
        Map<String, List<Turn>> lost = lost(made, from, today);
        List<WaitingLoss> ahead = from.stream()
                .filter(account -> made.containsKey(account.accountId()))
                .flatMap(account -> WaitingLoss.ahead(account.own(), terms).stream())
                .toList();
        return waiting.concerned(transaction, made.keySet()).chain(concerned -> {
            Set<String> looks = new HashSet<>(concerned);
            looks.addAll(lost.keySet());
            ahead.forEach(loss -> looks.add(loss.accountId()));
            Map<String, List<Made>> looked = new TreeMap<>(made);
            looked.keySet().retainAll(looks);
            List<Turn> turns = lost.values().stream().flatMap(List::stream).toList();
            return looked.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : waitingOf(transaction, new Look(looked, turns, ahead), terms)
                            .chain(look -> say(transaction, look, today, now));
        });
    }

    /** The losses of each account that has any; of one whose contracts cannot be read nothing waits, and that is logged. */
    private Map<String, List<Turn>> lost(Map<String, List<Made>> made, List<AccountInputs> from, LocalDate today) {
        Map<String, List<Turn>> lost = new HashMap<>();
        for (AccountInputs account : from) {
            if (made.containsKey(account.accountId()) && account.mayHaveLost()) {
                List<Turn> turns = turns(account, today);
                if (!turns.isEmpty()) {
                    lost.put(account.accountId(), turns);
                }
            }
        }
        return lost;
    }

    private List<Turn> turns(AccountInputs account, LocalDate today) {
        try {
            return Turns.of(account.contracts(), definition.reactivationGapDays(), today).stream()
                    .filter(turn -> turn.lost() > 0 && turn.accountId().equals(account.accountId()))
                    .toList();
        } catch (RuntimeException e) {
            LOG.errorf(e, "what account %s lost is not known", account.accountId());
            return List.of();
        }
    }

    private Uni<Look> waitingOf(SqlConnection transaction, Look look, Loss.Terms terms) {
        List<String> contracts = look.contractIds();
        return waiting.reviews(transaction, contracts)
                .chain(reviews -> waiting.known(transaction, contracts)
                        .map(known -> look.with(WaitingLoss.of(look.turns(), reviews, known, terms))));
    }

    private Uni<Void> say(SqlConnection transaction, Look look, LocalDate today, Instant now) {
        Collection<String> accounts = look.made().keySet();
        return waiting.episodes(transaction, look.contractIds(), accounts)
                .chain(episodes -> inputs.load(transaction, look.made(), today)
                        .map(loaded -> looks(loaded, look.losses(), episodes, now))
                        .chain(all -> waiting.write(
                                        transaction,
                                        accounts,
                                        look.losses(),
                                        all.stream()
                                                .flatMap(it -> it.changes().stream())
                                                .toList())
                                .chain(() -> voice.say(
                                        transaction,
                                        all.stream()
                                                .flatMap(it -> it.signals().stream())
                                                .toList()))));
    }

    /** An episode belongs to the account that lost its contract, else to the one that it was of. */
    private static List<LossLook> looks(
            List<LoadedAccount> accounts, List<WaitingLoss> losses, List<Episode> episodes, Instant now) {
        Map<String, String> accountOf = new HashMap<>();
        losses.forEach(loss -> accountOf.put(loss.contractId(), loss.accountId()));
        return accounts.stream()
                .map(account -> LossLook.of(
                        account,
                        losses.stream()
                                .filter(loss -> loss.accountId().equals(account.accountId()))
                                .toList(),
                        episodes.stream()
                                .filter(episode -> accountOf
                                        .getOrDefault(episode.contractId(), episode.accountId())
                                        .equals(account.accountId()))
                                .toList(),
                        now))
                .toList();
    }
}
