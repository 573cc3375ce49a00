package io.playcaller.forecast.portfolio.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.config.ForecastFiles;
import io.playcaller.forecast.engine.contract.CategoryRule;
import io.playcaller.forecast.engine.contract.ContractForecaster;
import io.playcaller.forecast.engine.contract.PriorModel;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.portfolio.Holding;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import io.playcaller.forecast.renewal.AccountForecasts;
import io.playcaller.forecast.renewal.AccountInputs;
import io.playcaller.forecast.rules.in.RuleFiles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BookKeeperTest {

    private static final Instant NOW = Instant.parse("2026-11-15T10:00:00Z");
    private static final int GAP_DAYS = 30;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 15);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final ContractForecaster FORECASTER =
            new ContractForecaster(PriorModel.defaults(), CategoryRule.defaults());

    private final Shelf shelf = new Shelf();
    private final BookKeeper keeper = new BookKeeper(
            shelf,
            RetentionDefinition.defaults(),
            () -> RuleFiles.read(ForecastFiles.read(Optional.empty())).process());

    @Test
    void whatLeavesTheForecastsIsDecidedInTheSameStep() {
        look("acme", contract("acme", null, null));
        look("acme", contract("acme", TODAY, null));

        assertThat(held().orElseThrow().decided()).containsExactly(new Holding.Decided(END, 100_00, 0, 0));
        assertThat(held().orElseThrow().inForce()).isEqualTo(100_00);
    }

    @Test
    void whatSaysTheSameIsNotWrittenAgain() {
        look("acme", contract("acme", null, null));
        look("acme", contract("acme", null, null));

        assertThat(shelf.written).containsExactly("c1");
    }

    @Test
    void aContractThatNeverWasIsInNoFigure() {
        look("acme", contract("acme", null, null));
        look("acme", contract("acme", TODAY, true));

        assertThat(held()).isEmpty();
    }

    @Test
    void aContractThatGoesToAnotherAccountIsInTheFiguresOfThatOne() {
        look("acme", contract("acme", null, null));
        look("zeta", contract("zeta", null, null));

        assertThat(shelf.books.get("c1").accountId()).isEqualTo("zeta");
        assertThat(held().orElseThrow().inForce()).isEqualTo(100_00);
    }

    private void look(String account, ContractRecord... contracts) {
        AccountInputs inputs = new AccountInputs(account, List.of(contracts), List.of(), null, List.of());
        keeper.after(
                        null,
                        Map.of(
                                account,
                                AccountForecasts.of(inputs, FORECASTER, GAP_DAYS, NOW)
                                        .forecasts()),
                        List.of(inputs),
                        NOW)
                .await()
                .indefinitely();
    }

    private Optional<Holding> held() {
        return shelf.books.get("c1").book().on(TODAY, "c1", "acme", Traits.unknown());
    }

    private static ContractRecord contract(String account, @Nullable LocalDate closedOn, @Nullable Boolean withdrawn) {
        LocalDate start = END.minusYears(1);
        ContractLine line = new ContractLine("l1", "core", new Money(100_00, "EUR"), null, start, END);
        return new ContractRecord(
                "c1", account, 1, start, start, END, false, 0, null, closedOn, List.of(line), List.of(), withdrawn);
    }

    /** Books in memory. */
    private static final class Shelf implements ContractBooks {

        private final Map<String, Told> books = new TreeMap<>();
        private final List<String> written = new ArrayList<>();

        @Override
        public Uni<List<Told>> of(SqlConnection transaction, Collection<String> accountIds) {
            return Uni.createFrom()
                    .item(books.values().stream()
                            .filter(told -> accountIds.contains(told.accountId()))
                            .toList());
        }

        @Override
        public Uni<Void> write(SqlConnection transaction, List<Told> changed) {
            changed.forEach(told -> {
                books.put(told.contractId(), told);
                written.add(told.contractId());
            });
            return Uni.createFrom().voidItem();
        }
    }
}
