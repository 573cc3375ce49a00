package io.playcaller.router.staff.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.contracts.WireJson;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.in.RuleFiles;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.StaffMember;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of people over HTTP stands on top of the file. */
class StaffBodyTest {

    private static final String ZOE = """
            {"name": "Zoë \\"Z\\" Zink: the first", "email": "zoe@example.com", "roles": ["csm"],
             "roleTerms": [{"role": "onboarding", "from": "2026-01-01"}], "manager": "lea", "deputy": null,
             "minutesAWeek": 720, "leavesAt": "2026-12-31T17:00:00Z", "identities": {"slack": "U1"},
             "notify": ["mail"], "source": "file"}""";

    private final RuleFiles.Contents files = new RuleFiles(Optional.of(Path.of("src/test/resources/rules"))).contents();
    private final RouterRules rules = files.read();

    @Test
    void whenSomebodyIsAwayOrLeavesIsNotEverybodysBusiness() throws JsonProcessingException {
        Directory directory = with("zoe", ZOE);
        StaffView zoe = StaffView.of(directory.person("zoe").orElseThrow(), directory);

        assertThat(zoe.leavesAt()).isEqualTo(Instant.parse("2026-12-31T17:00:00Z"));
        assertThat(WireJson.mapper().valueToTree(zoe.withoutPlans()).toString())
                .contains("zoe@example.com")
                .doesNotContain("2026-12-31");
        assertThat(zoe.withoutPlans().absences()).isNull();
    }

    @Test
    void whatIsSaidIsTheWholePersonAndTheListSaysWhereItStands() throws JsonProcessingException {
        Directory directory = with("zoe", ZOE);
        StaffMember zoe = directory.person("zoe").orElseThrow();

        assertThat(zoe.name()).isEqualTo("Zoë \"Z\" Zink: the first");
        assertThat(zoe.time().minutesAWeek()).isEqualTo(720);
        assertThat(zoe.identityIn("slack")).contains("U1");
        assertThat(StaffView.of(zoe, directory).source()).isEqualTo("api");
        assertThat(StaffView.of(directory.person("ana").orElseThrow(), directory)
                        .source())
                .isEqualTo("file");
    }

    @Test
    void whoStandsInTheFileIsReplacedWhole() throws JsonProcessingException {
        Directory directory = with("ana", "{\"name\": \"Ana B\", \"email\": \"ana@example.com\", \"roles\": []}");

        StaffMember ana = directory.person("ana").orElseThrow();
        assertThat(ana.name()).isEqualTo("Ana B");
        assertThat(ana.pools()).as("the file had her in pool csm").isEmpty();
        assertThat(directory.people()).hasSameSizeAs(rules.directory().people());
    }

    @Test
    void whatTheListShowsCanBeSaidAgain() throws JsonProcessingException {
        Directory before = with("zoe", ZOE);
        StaffMember zoe = before.person("zoe").orElseThrow();

        ObjectNode shown = WireJson.mapper().valueToTree(StaffView.of(zoe, before));

        assertThat(with("zoe", shown.toString()).person("zoe")).contains(zoe);
    }

    @Test
    void whoLeavesKeepsEverythingElse() throws JsonProcessingException {
        Instant at = Instant.parse("2026-06-30T16:00:00Z");
        StaffMember ana = rules.directory().person("ana").orElseThrow();

        StaffMember leaving = with("ana", StaffView.leaving(ana, rules.directory(), at))
                .person("ana")
                .orElseThrow();

        assertThat(leaving.hasLeft(at)).isTrue();
        assertThat(leaving.pools()).isEqualTo(ana.pools());
        assertThat(leaving.manager()).isEqualTo("lea");
    }

    @Test
    void faultsNameTheirPlaceInTheBody() {
        String json = "{\"name\": \"Zoe\", \"email\": \"nowhere\", \"roles\": [\"pilot\"], \"minutes\": 5,"
                + " \"roleTerms\": [{\"role\": \"csm\", \"from\": \"soon\"}]}";

        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> with("zoe", json));

        assertThat(StaffBody.problem("zoe", refused.problems()).errors())
                .extracting(fault -> fault.field())
                .containsExactlyInAnyOrder("/email", "/roles", "/minutes", "/roleTerms/0/from");
    }

    @Test
    void theIdIsThatOfThePath() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> with("zoe", "{\"staffId\": \"ana\"}"))
                        .problem()
                        .field())
                .isEqualTo("/staffId");
    }

    private Directory with(String staffId, String body) throws JsonProcessingException {
        ObjectNode json = (ObjectNode) WireJson.mapper().readTree(body);
        return files.withPeople(Map.of(staffId, StaffBody.of(staffId, json))).directory(rules);
    }
}
