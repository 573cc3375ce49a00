package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleFilesTest extends RulesFolder {

    @Test
    void theShippedFilesAreWhole() {
        RouterRules rules = new RuleFiles(Optional.empty()).contents().read();

        assertThat(rules.plays().plays())
                .extracting(Play::number)
                .contains(2, 3, 4, 6, 7, 8, 9, 11, 12, 14, 15, 17, 18, 22, 25, 26);
        assertThat(rules.directory().people()).isEmpty();
    }

    @Test
    void everyRiskReasonHasAPlayOrTheDefault() {
        RouterRules rules = new RuleFiles(Optional.empty()).contents().read();

        assertThat(Stream.of(Reason.values()).filter(reason -> reason.kind() == SignalKind.RISK))
                .allMatch(reason -> rules.plays()
                        .ownPlayOf(reason)
                        .or(() -> rules.plays().defaultPlayOf(reason.kind()))
                        .isPresent());
    }

    @Test
    void aFileOfTheDirectoryReplacesTheShippedOneOfItsName() throws IOException {
        write(
                "calendars.yaml",
                "standard: here\ncalendars:\n  here: {zone: Asia/Tokyo, hours: {mon-fri: [\"09:00-17:00\"]}}\n");

        RouterRules rules = read();

        assertThat(rules.calendars().byId()).containsOnlyKeys("here");
        assertThat(rules.plays().plays()).isNotEmpty();
    }

    @Test
    void aPlayWithARoleThatNoChainKnowsIsRefusedWithItsLine() throws IOException {
        write("plays.yaml", """
                plays:
                  - key: one
                    number: 1
                    title: One
                    ask: Do it.
                    reasons: [usage.drop]
                    owner: wizard
                    minutes: 10
                """);

        assertThat(faults())
                .singleElement()
                .asString()
                .contains(at("plays.yaml:7 plays[0].owner: there is no role wizard"));
    }

    @Test
    void aChainThatRunsInACircleIsRefused() throws IOException {
        write("roles.yaml", """
                roles:
                  csm: {title: CSM, then: [team-lead]}
                  team-lead: {title: Lead, then: [director]}
                  director: {title: Director, then: [csm]}
                  cs-ops: {title: Ops}
                """);

        assertThat(faults())
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith(at("roles.yaml:2 roles.csm.then: "))
                        .contains("runs in a circle: csm → team-lead → director → csm"));
    }

    @Test
    void aNegativeTargetIsRefusedAndSoIsEveryOtherFaultAtOnce() throws IOException {
        write("sla.yaml", """
                severities:
                  critical: {accept: -2bh, first-touch: 4bh, warn-at: 50}
                  high: {accept: 4 hours, warn-at: 75}
                  medium: {accept: 1bd, warn-at: 75, compleat: 30bd}
                  low: {accept: 3bd, warn-at: 175}
                ladders:
                  E1: [{at: 100, tell: nobody}]
                  E2: []
                """);

        assertThat(faults())
                .hasSize(5)
                .satisfiesExactlyInAnyOrder(
                        starts("sla.yaml:2 severities.critical.accept: is negative: -2bh"),
                        starts("sla.yaml:3 severities.high.accept: is no business time: 4 hours"),
                        starts("sla.yaml:4 severities.medium.compleat: is unknown; did you mean `complete`?"),
                        starts("sla.yaml:5 severities.low.warn-at"),
                        starts("sla.yaml:7 ladders.E1[0].tell: there is no role nobody"));
    }

    @Test
    void aNegativeTargetOfAPlayIsRefused() throws IOException {
        write("plays.yaml", """
                plays:
                  - key: one
                    number: 1
                    title: One
                    ask: Do.
                    reasons: [usage.drop]
                    owner: csm
                    minutes: 10
                    sla:
                      accept: -4bh
                    sla-by-tier:
                      enterprise: {complete: -2bd}
                    give-up: -10bd
                """);

        assertThat(faults())
                .satisfiesExactlyInAnyOrder(
                        starts("plays.yaml:10 plays[0].sla.accept: is negative: -4bh"),
                        starts("plays.yaml:12 plays[0].sla-by-tier.enterprise.complete: is negative: -2bd"),
                        starts("plays.yaml:13 plays[0].give-up: is negative: -10bd"));
    }

    @Test
    void aMistypedFileNameIsRefusedAndWhatIsNoYamlIsLeftAlone() throws IOException {
        write("play.yaml", "plays: []\n");
        write("README.md", "Ours.\n");
        write(".plays.yaml.swp", "");

        assertThat(faults()).satisfiesExactly(starts("play.yaml: is read by nothing; did you mean `plays.yaml`?"));
    }

    @Test
    void aDirectoryThatIsNotThereIsRefused() {
        Path nowhere = directory.resolve("nowhere");

        assertThat(catchThrowableOfType(
                                ConfigException.class,
                                () -> new RuleFiles(Optional.of(nowhere))
                                        .contents()
                                        .read())
                        .problems())
                .extracting(Object::toString)
                .containsExactly(nowhere + ": is no directory; correct playcaller.router.config-dir");
    }

    @Test
    void oneReasonHasOnePlay() throws IOException {
        write("plays.yaml", """
                plays:
                  - {key: one, number: 1, title: One, ask: Do., reasons: [usage.drop], owner: csm, minutes: 10}
                  - {key: two, number: 2, title: Two, ask: Do., reasons: [usage.drop, no.reason], owner: csm, minutes: 10}
                """);

        assertThat(faults())
                .satisfiesExactlyInAnyOrder(
                        starts("plays.yaml:3 plays[1].reasons: usage.drop is answered by play one"),
                        starts("plays.yaml:3 plays[1].reasons: there is no reason no.reason"));
    }

    @Test
    void peopleWithoutAManagerWhoExistsOrInACircleAreRefused() throws IOException {
        write("directory.yaml", """
                people:
                  - {id: a, name: A, email: a@x, roles: [csm], manager: b}
                  - {id: b, name: B, email: b@x, roles: [team-lead], manager: a}
                  - {id: c, name: C, email: nowhere, roles: [pilot], manager: z, calendar: moon}
                """);

        assertThat(faults())
                .anySatisfy(starts("directory.yaml:2 people[0].manager: leads back to a"))
                .anySatisfy(starts("directory.yaml:4 people[2].manager: there is no person z"))
                .anySatisfy(starts("directory.yaml:4 people[2].email: is no e-mail address: nowhere"))
                .anySatisfy(starts("directory.yaml:4 people[2].roles: there is no role pilot"))
                .anySatisfy(starts("directory.yaml:4 people[2].calendar: there is no calendar moon"));
    }

    @Test
    void hoursThatAreNoneAreRefused() throws IOException {
        write("calendars.yaml", """
                standard: here
                calendars:
                  here: {zone: Mars/Base, hours: {mon-fri: ["17:00-09:00"], funday: ["09:00-10:00"]}, holidays: [soon]}
                """);

        assertThat(faults())
                .anySatisfy(starts("calendars.yaml:3 calendars.here.zone: there is no time zone Mars/Base"))
                .anySatisfy(
                        starts("calendars.yaml:3 calendars.here.hours.mon-fri: is no stretch of hours: 17:00-09:00"))
                .anySatisfy(starts("calendars.yaml:3 calendars.here.hours.funday: is no day of the week"))
                .anySatisfy(starts("calendars.yaml:3 calendars.here.holidays: is no date: soon"));
    }

    @Test
    void whatIsNoYamlIsSaidAsSuch() throws IOException {
        write("plays.yaml", "plays: [");

        assertThat(faults()).anySatisfy(starts("plays.yaml:1: is not YAML"));
    }

    @Test
    void equalTextsHaveOneVersion() throws IOException {
        write("directory.yaml", "people: []\n");
        RuleFiles files = new RuleFiles(Optional.of(directory));
        String before = files.contents().version();

        assertThat(files.contents().version()).isEqualTo(before);
        write("directory.yaml", "people:  []\n");
        assertThat(files.contents().version()).isNotEqualTo(before);
    }

    private String at(String said) {
        return directory + "/" + said;
    }
}
