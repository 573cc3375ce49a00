package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFilesTest {

    @TempDir
    private Path directory;

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
                .contains("plays.yaml:7 plays[0].owner: there is no role wizard");
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
                .anySatisfy(fault -> assertThat(fault).contains("runs in a circle: csm → team-lead → director → csm"));
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
                .anySatisfy(
                        fault -> assertThat(fault).contains("sla.yaml:2 severities.critical.accept: is negative: -2bh"))
                .anySatisfy(
                        fault -> assertThat(fault).contains("sla.yaml:3 severities.high.accept: is no business time"))
                .anySatisfy(fault -> assertThat(fault).contains("did you mean `complete`?"))
                .anySatisfy(fault -> assertThat(fault).contains("sla.yaml:5 severities.low.warn-at"))
                .anySatisfy(fault -> assertThat(fault).contains("there is no role nobody"));
    }

    @Test
    void oneReasonHasOnePlay() throws IOException {
        write("plays.yaml", """
                plays:
                  - {key: one, number: 1, title: One, ask: Do., reasons: [usage.drop], owner: csm, minutes: 10}
                  - {key: two, number: 2, title: Two, ask: Do., reasons: [usage.drop, no.reason], owner: csm, minutes: 10}
                """);

        assertThat(faults())
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).contains("usage.drop is answered by play one"))
                .anySatisfy(fault -> assertThat(fault).contains("there is no reason no.reason"));
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
                .anySatisfy(fault -> assertThat(fault).contains("manager: leads back to a"))
                .anySatisfy(fault -> assertThat(fault).contains("there is no person z"))
                .anySatisfy(fault -> assertThat(fault).contains("is no e-mail address: nowhere"))
                .anySatisfy(fault -> assertThat(fault).contains("there is no role pilot"))
                .anySatisfy(fault -> assertThat(fault).contains("there is no calendar moon"));
    }

    @Test
    void hoursThatAreNoneAreRefused() throws IOException {
        write("calendars.yaml", """
                standard: here
                calendars:
                  here: {zone: Mars/Base, hours: {mon-fri: ["17:00-09:00"], funday: ["09:00-10:00"]}, holidays: [soon]}
                """);

        assertThat(faults())
                .anySatisfy(fault -> assertThat(fault).contains("there is no time zone Mars/Base"))
                .anySatisfy(fault -> assertThat(fault).contains("is no stretch of hours: 17:00-09:00"))
                .anySatisfy(fault -> assertThat(fault).contains("funday: is no day of the week"))
                .anySatisfy(fault -> assertThat(fault).contains("is no date: soon"));
    }

    @Test
    void whatIsNoYamlIsSaidAsSuch() throws IOException {
        write("plays.yaml", "plays: [");

        assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains("is not YAML"));
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

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private RouterRules read() {
        return new RuleFiles(Optional.of(directory)).contents().read();
    }

    private List<String> faults() {
        return catchThrowableOfType(ConfigException.class, this::read).problems().stream()
                .map(Object::toString)
                .toList();
    }
}
