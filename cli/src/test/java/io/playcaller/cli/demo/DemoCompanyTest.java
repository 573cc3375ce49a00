package io.playcaller.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.cli.door.Parcel;
import io.playcaller.contracts.register.ContractRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCompanyTest {

    private static final Instant NOW = Instant.parse("2026-03-04T15:00:00Z");
    private final DemoCompany company = new DemoCompany(7, NOW, Duration.ZERO, DemoCompany.WHOLE);

    @Test
    void theSameSeedAndMomentGiveTheSameCompany() {
        DemoCompany again = new DemoCompany(7, NOW, Duration.ZERO, DemoCompany.WHOLE);

        assertThat(again.accounts()).isEqualTo(company.accounts());
        DemoAccount account = company.accounts().get(130);
        assertThat(again.history(account)).isEqualTo(company.history(account));
        assertThat(again.truth()).isEqualTo(company.truth());
    }

    @Test
    void thereAreTwoHundredAndFortyAccountsAndEachPersonaIsAmongThem() {
        assertThat(company.accounts()).hasSize(240);
        assertThat(company.accounts()).extracting(DemoAccount::persona).contains(Persona.values());
        assertThat(company.accounts()).extracting(DemoAccount::id).doesNotHaveDuplicates();
        assertThat(company.accounts()).extracting(DemoAccount::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {DemoCompany.LEAST, 60, 239})
    void ofAPartOfItEachPersonaIsThereAndEachAccountIsAsAmongTheWhole(int size) {
        DemoCompany part = new DemoCompany(7, NOW, Duration.ZERO, size);

        assertThat(part.accounts()).hasSize(size);
        assertThat(part.accounts()).extracting(DemoAccount::persona).contains(Persona.values());
        assertThat(company.accounts()).containsAll(part.accounts());
        DemoAccount last = part.accounts().get(size - 1);
        assertThat(part.history(last)).isEqualTo(company.history(last));
    }

    @Test
    void whereTheClockWasAdvancedTheRegisterAndTheTruthAreAheadAndTheDoorMovesTheFacts() {
        DemoCompany ahead = new DemoCompany(7, NOW, Duration.ofDays(40), DemoCompany.WHOLE);
        DemoAccount account = company.accounts().get(0);

        assertThat(ahead.truth().madeAt()).isEqualTo(NOW.plus(Duration.ofDays(40)));
        assertThat(contract(ahead.history(account)).endsOn())
                .isEqualTo(contract(company.history(account)).endsOn().plusDays(40));
        assertThat(facts(ahead.history(account))).isEqualTo(facts(company.history(account)));
    }

    private static ContractRecord contract(List<Parcel> parcels) {
        return parcels.stream()
                .filter(parcel -> parcel instanceof Parcel.Entry entry && entry.body() instanceof ContractRecord)
                .map(parcel -> (ContractRecord) ((Parcel.Entry) parcel).body())
                .findFirst()
                .orElseThrow();
    }

    private static List<Parcel> facts(List<Parcel> parcels) {
        return parcels.stream().filter(Parcel.Fact.class::isInstance).toList();
    }

    @Test
    void noFactIsOfTheFutureAndNoTwoHaveOneId() {
        Set<String> ids = new HashSet<>();
        long facts = 0;
        for (DemoAccount account : company.accounts()) {
            for (Parcel parcel : company.history(account)) {
                if (parcel instanceof Parcel.Fact fact) {
                    facts++;
                    ids.add(fact.id());
                    assertThat(fact.time()).isBeforeOrEqualTo(NOW);
                }
            }
        }
        assertThat(ids).hasSize((int) facts);
        assertThat(facts).isBetween(20_000L, 80_000L);
    }

    @Test
    void theUseOfAPipeDownAccountComesFromTheSourceThatGoesSilent() {
        DemoAccount account = first(Persona.PIPE_DOWN);

        assertThat(company.history(account))
                .filteredOn(parcel -> parcel instanceof Parcel.Fact fact
                        && fact.type() == io.playcaller.contracts.EventType.USAGE_RECORDED)
                .extracting(Parcel::source)
                .containsOnly(DemoCompany.SILENT_SOURCE);
        assertThat(company.live(account)).isEmpty();
    }

    @Test
    void whatShouldFireLiveHasALiveFact() {
        for (DemoAccount account : company.accounts()) {
            if (account.persona().fires() == Truth.Fires.LIVE) {
                assertThat(company.live(account)).hasSize(1);
            }
        }
    }

    @Test
    void anAccountsFactsComeInOrder() {
        List<Instant> times = company.history(first(Persona.DECLINING)).stream()
                .filter(Parcel.Fact.class::isInstance)
                .map(parcel -> ((Parcel.Fact) parcel).time())
                .toList();

        assertThat(times).isSorted();
    }

    private DemoAccount first(Persona persona) {
        return company.accounts().stream()
                .filter(account -> account.persona() == persona)
                .findFirst()
                .orElseThrow();
    }
}
