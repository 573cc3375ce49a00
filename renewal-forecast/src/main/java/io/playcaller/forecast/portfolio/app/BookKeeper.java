package io.playcaller.forecast.portfolio.app;

import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.engine.contract.Terms;
import io.playcaller.forecast.engine.ledger.ContractPostings;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.memory.Deciding;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.playcaller.forecast.portfolio.ContractBook;
import io.playcaller.forecast.portfolio.ContractLook;
import io.playcaller.forecast.portfolio.app.ContractBooks.Told;
import io.playcaller.forecast.renewal.AccountForecasts.Made;
import io.playcaller.forecast.renewal.AccountInputs;
import io.playcaller.forecast.renewal.app.AroundForecasts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Keeps what is told of contracts beside their forecasts, in the transaction of these. What says the same is not written again. An account
 * that cannot be looked at is logged, keeps what stood, and stops nobody.
 */
@ApplicationScoped
public class BookKeeper implements AroundForecasts {

    private static final Logger LOG = Logger.getLogger(BookKeeper.class);

    private final ContractBooks books;
    private final RetentionDefinition definition;
    private final InForce<RenewalProcess> process;

    BookKeeper(ContractBooks books, RetentionDefinition definition, InForce<RenewalProcess> process) {
        this.books = books;
        this.definition = definition;
        this.process = process;
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
        Deciding by = new Deciding(
                definition.reactivationGapDays(),
                process.now().rules().shortTerms(),
                LocalDate.ofInstant(now, ZoneOffset.UTC));
        return books.of(transaction, made.keySet())
                .map(stood -> changed(stood, made, from, by))
                .chain(changed -> books.write(transaction, changed));
    }

    private static List<Told> changed(
            List<Told> stood, Map<String, List<Made>> made, List<AccountInputs> from, Deciding by) {
        Map<String, Told> before = new HashMap<>();
        stood.forEach(told -> before.put(told.contractId(), told));
        Set<String> kept = new HashSet<>();
        List<Told> changed = new ArrayList<>();
        for (AccountInputs account : from) {
            account.contracts().forEach(contract -> kept.add(contract.contractId()));
            List<Made> forecasts = made.get(account.accountId());
            if (forecasts != null) {
                changed.addAll(looked(account, forecasts, before, by));
            }
        }
        stood.stream()
                .filter(told -> !kept.contains(told.contractId()))
                .filter(told -> !told.book().equals(ContractBook.NOTHING))
                .forEach(gone -> changed.add(new Told(gone.contractId(), gone.accountId(), ContractBook.NOTHING)));
        changed.sort(Comparator.comparing(Told::contractId));
        return changed;
    }

    /** Of an account of its own; what it is merged with is read beside, and looked at by itself. */
    private static List<Told> looked(
            AccountInputs account, List<Made> forecasts, Map<String, Told> before, Deciding by) {
        Map<String, Terms> ahead = new HashMap<>();
        forecasts.forEach(
                made -> ahead.put(made.forecast().contractId(), made.situation().terms()));
        List<Told> changed = new ArrayList<>();
        try {
            for (ContractPostings contract : ContractPostings.of(account.contracts())) {
                if (!contract.contract().accountId().equals(account.accountId())) {
                    continue;
                }
                String id = contract.contract().contractId();
                Told stood = before.getOrDefault(id, new Told(id, account.accountId(), ContractBook.NOTHING));
                ContractBook book =
                        stood.book().after(new ContractLook(contract, ahead.get(id), account.contracts(), by));
                Told next =
                        new Told(id, account.accountId(), book.saysNothing(by.today()) ? ContractBook.NOTHING : book);
                if (!next.equals(stood)) {
                    changed.add(next);
                }
            }
            return changed;
        } catch (RuntimeException e) {
            LOG.errorf(e, "what the contracts of account %s bring is not known", account.accountId());
            return List.of();
        }
    }
}
