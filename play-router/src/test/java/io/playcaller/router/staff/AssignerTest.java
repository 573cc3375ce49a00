package io.playcaller.router.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.register.Owner;
import io.playcaller.router.TestRules;
import io.playcaller.router.rules.RouterRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssignerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final UUID DRAW = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final RouterRules rules = TestRules.read();
    private final Assigner assigner = rules.assigner(NOW);

    @Test
    void theNamedOwnerGetsItWhateverTheirLoad() {
        Assignment assignment = assign("csm", List.of(owner("csm", "ben")), Map.of("ben", 10_000));

        assertThat(assignment.staffId()).isEqualTo("ben");
        assertThat(assignment.how()).isEqualTo("named-owner");
    }

    @Test
    void withoutAnOwnerTheLeastLoadedOfThePoolGetsIt() {
        Assignment assignment = assign("csm", List.of(), Map.of("ana", 60, "ben", 30));

        assertThat(assignment.staffId()).isEqualTo("ben");
        assertThat(assignment.sentence()).isEqualTo("Ben Berg has the least open work (30 min) of pool csm.");
    }

    @Test
    void anAbsentOwnerIsPassedOverAndTheReasonSaysSo() {
        Assignment assignment = assign("csm", List.of(owner("csm", "eve")), Map.of("ana", 60));

        assertThat(assignment.staffId()).isEqualTo("ben");
        assertThat(assignment.sentence()).contains("Eve Ende is away until 2099-12-31");
    }

    @Test
    void ownershipThatBeganLaterOrEndedDoesNotCount() {
        Owner later = new Owner("csm", "ana", LocalDate.of(2026, 4, 1), null);
        Owner ended = new Owner("csm", "ana", LONG_AGO, LocalDate.of(2026, 3, 2));

        Assignment assignment = assign("csm", List.of(later, ended), Map.of("ana", 0, "ben", 5));

        assertThat(assignment.how()).isEqualTo("pool");
        assertThat(assignment.sentence()).contains("only from 2026-04-01").contains("until 2026-03-02");
    }

    @Test
    void anOwnerWhomTheDirectoryDoesNotKnowIsPassedOver() {
        assertThat(assign("csm", List.of(owner("csm", "zoe")), Map.of()).sentence())
                .contains("owner zoe (csm) is not in the directory");
    }

    @Test
    void aRoleThatNobodyHoldsFallsBackAlongItsChain() {
        Assignment assignment = assign("renewals-manager", List.of(), Map.of("ana", 60));

        assertThat(assignment.staffId()).isEqualTo("ben");
        assertThat(assignment.role()).isEqualTo("csm");
        assertThat(assignment.sentence()).contains("nobody is renewals-manager; nobody is account-manager");
    }

    @Test
    void aRoleOfFewNeedsNoPool() {
        Assignment assignment = assign("director", List.of(), Map.of());

        assertThat(assignment.staffId()).isEqualTo("dora");
        assertThat(assignment.how()).isEqualTo("holder");
    }

    @Test
    void aRoleThatIsNotTheirsTodayIsPassedOverAndTheReasonSaysSo() {
        StaffMember was = Somebody.called("kim")
                .role(new RoleTerm("director", LONG_AGO, LocalDate.of(2026, 3, 1)))
                .build();
        StaffMember is = Somebody.called("lou")
                .role(new RoleTerm("director", LocalDate.of(2026, 3, 2), null))
                .build();
        Assignment assignment = of(was, is).assign(ask("director", List.of(), DRAW), Workload.EMPTY);

        assertThat(assignment.staffId()).isEqualTo("lou");
        assertThat(assignment.sentence()).contains("Kim was director until 2026-03-01");
    }

    @Test
    void ofEquallyLoadedPeopleTheDrawDecidesAndDecidesTheSameAgain() {
        Map<String, Integer> drawn = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            UUID draw = Ids.derived("test", i);
            Ask ask = ask("csm", List.of(), draw);
            String first = assigner.assign(ask, Workload.EMPTY).staffId();
            assertThat(assigner.assign(ask, Workload.EMPTY).staffId()).isEqualTo(first);
            drawn.merge(first, 1, Integer::sum);
        }
        assertThat(drawn).containsOnlyKeys("ana", "ben");
        assertThat(drawn.values()).allMatch(count -> count > 60);
    }

    @Test
    void whereNobodyIsFoundItStandsBeforeCsOpsWithAllThatWasTried() {
        Assignment assignment = of().assign(ask("csm", List.of(), DRAW), Workload.EMPTY);

        assertThat(assignment.staffId()).isNull();
        assertThat(assignment.role()).isEqualTo("cs-ops");
        assertThat(assignment.sentence())
                .isEqualTo(
                        "Stands before CS Ops: nobody is csm; nobody is team-lead; nobody is director; nobody is vp-cs.");
    }

    @Test
    void workIsSpreadOverThePoolAsItIsAssigned() {
        Workload workload = Workload.EMPTY;
        for (int i = 0; i < 100; i++) {
            Ask ask = ask("csm", List.of(), Ids.derived("spread", i));
            workload = workload.plus(assigner.assign(ask, workload), null, false, ask.minutes());
        }

        assertThat(workload.of("ana")).isEqualTo(3_000);
        assertThat(workload.of("ben")).isEqualTo(3_000);
    }

    @Test
    void theLeadIsTheAccountsThenTheManagerThenTheChain() {
        LeadFinder leads = rules.leads(NOW);

        assertThat(leads.lead("ana", List.of(owner("team-lead", "dora")), DRAW).staffId())
                .isEqualTo("dora");
        assertThat(leads.lead("ana", List.of(), DRAW).staffId()).isEqualTo("lea");
        assertThat(leads.lead(null, List.of(), DRAW).staffId()).isEqualTo("lea");
    }

    @Test
    void nobodyIsToldAboutTheirOwnTask() {
        Assignment told = rules.leads(NOW).lead("lea", List.of(owner("team-lead", "lea")), DRAW);

        assertThat(told.staffId()).isEqualTo("dora");
    }

    @Test
    void whoHasATaskIsPassedOverWhereverTheLadderLeads() {
        LeadFinder leads = rules.leads(NOW);

        assertThat(leads.lead("vera", List.of(owner("team-lead", "lea")), DRAW).staffId())
                .isEqualTo("lea");
        assertThat(leads.holder("director", "dora", List.of(), DRAW).staffId()).isEqualTo("vera");
        assertThat(leads.holder("vp-cs", "vera", List.of(), DRAW).staffId()).isNull();
        assertThat(leads.holder("vp-cs", "vera", List.of(), DRAW).sentence())
                .isEqualTo("Stands before CS Ops: Vera Prime has it.");
    }

    @Test
    void aLeadWithoutAManagerIsNotToldAboutHerOwnTask() {
        StaffMember alone = Somebody.called("zoe").role("team-lead").build();

        assertThat(new LeadFinder(of(alone)).lead("zoe", List.of(), DRAW).staffId())
                .isNull();
    }

    private Assignment assign(String role, List<Owner> owners, Map<String, Integer> load) {
        Map<String, Workload.Load> loads = new HashMap<>();
        load.forEach((id, minutes) ->
                loads.put(id, new Workload.Load(LocalDate.of(2026, 3, 2), ZoneOffset.UTC, minutes, Map.of())));
        return assigner.assign(ask(role, owners, DRAW), new Workload(loads, Map.of()));
    }

    private static Ask ask(String role, List<Owner> owners, UUID draw) {
        return new Ask(role, owners, Customer.UNKNOWN, false, 60, draw);
    }

    private Assigner of(StaffMember... people) {
        return new Assigner(new Directory(List.of(people)), rules.roles(), rules.coverage(), rules.diary(NOW));
    }

    private static Owner owner(String role, String staffId) {
        return new Owner(role, staffId, LONG_AGO, null);
    }
}
