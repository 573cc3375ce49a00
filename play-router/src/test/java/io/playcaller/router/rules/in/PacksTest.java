package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.play.StepKind;
import io.playcaller.router.routing.Routed;
import io.playcaller.router.rules.in.Pack.Example;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every starter pack, read by the readers of the service and routed through. */
class PacksTest {

    private static final int EXAMPLES = 10;

    @TempDir
    private Path directory;

    static List<String> packs() throws IOException {
        return Pack.names();
    }

    @Test
    void thePageNamesThemAll() throws IOException {
        assertThat(Files.readString(Pack.PACKS.resolve("README.md")))
                .contains(packs().stream()
                        .map(name -> "[" + name + "](" + name + "/README.md)")
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("packs")
    void itsTenSignalsReachWhomItSays(String name) throws IOException {
        Pack pack = Pack.read(name, directory);

        SoftAssertions softly = new SoftAssertions();
        for (Example example : pack.examples()) {
            Routed routed = pack.route(example);
            if (routed instanceof Routed.Begun begun) {
                Play play = begun.run().after().play();
                softly.assertThat(play.key()).as("%s", example).isEqualTo(example.play());
                Assignment first = firstOfOurs(pack, play, example.tier());
                softly.assertThat(first.role()).as("%s", example).isEqualTo(example.role());
                softly.assertThat(first.staffId()).as("%s", example).isIn(example.who());
            } else if (example.why().isEmpty()) {
                softly.assertThat(routed).as("%s", example).isInstanceOf(Routed.Started.class);
                if (routed instanceof Routed.Started started) {
                    Task task = started.decision().after();
                    softly.assertThat(task.order().play()).as("%s", example).isEqualTo(example.play());
                    softly.assertThat(task.assignment().role())
                            .as("%s", example)
                            .isEqualTo(example.role());
                    softly.assertThat(task.assignment().staffId())
                            .as("%s", example)
                            .isIn(example.who());
                }
            } else {
                softly.assertThat(routed).as("%s", example).isInstanceOf(Routed.Stopped.class);
                softly.assertThat(last(routed).reason()).as("%s", example).isEqualTo(example.why());
            }
        }
        softly.assertAll();
        assertThat(pack.examples()).hasSize(EXAMPLES);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyReasonInEveryTierReachesSomebodyOrItSaysWhyNot(String name) throws IOException {
        Pack pack = Pack.read(name, directory);

        SoftAssertions softly = new SoftAssertions();
        for (String tier : Play.TIERS) {
            for (Reason reason : reasons()) {
                Routed routed = pack.route(reason, tier);
                if (routed instanceof Routed.Started started) {
                    softly.assertThat(started.decision().after().assignment().staffId())
                            .as("%s in %s", reason, tier)
                            .isNotNull();
                } else {
                    softly.assertThat(last(routed).reason())
                            .as("%s in %s", reason, tier)
                            .isIn("no-play", "tier", "message", "stage");
                }
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyStepOfEveryPlayFindsSomebody(String name) throws IOException {
        Pack pack = Pack.read(name, directory);

        SoftAssertions softly = new SoftAssertions();
        for (Play play : pack.rules().plays().plays()) {
            for (PlayStep step : play.steps()) {
                for (String tier : play.tiers().isEmpty() ? Play.TIERS : play.tiers()) {
                    if (step.kind() == StepKind.HUMAN && step.isFor(tier)) {
                        softly.assertThat(found(pack, step, tier).staffId())
                                .as("%s of %s in %s", step.key(), play.key(), tier)
                                .isNotNull();
                    }
                }
            }
        }
        softly.assertAll();
    }

    /** A change of tier is over when an owner of that role has the account. */
    @ParameterizedTest
    @MethodSource("packs")
    void whoHandsOverAnAccountInAnotherTierIsOfTheRoleThatServesThatTier(String name) throws IOException {
        Pack pack = Pack.read(name, directory);
        PlayStep step =
                pack.rules().plays().play("tier-handover").orElseThrow().steps().get(0);

        SoftAssertions softly = new SoftAssertions();
        for (String tier : Play.TIERS) {
            softly.assertThat(step.ownerIn(tier))
                    .as(tier)
                    .isEqualTo(pack.rules().coverage().tier(tier).orElseThrow().servedBy());
        }
        softly.assertAll();
    }

    /** Who has the first task of a run that begins with a message. */
    private static Assignment firstOfOurs(Pack pack, Play play, String tier) {
        return play.steps().stream()
                .filter(step -> step.kind() == StepKind.HUMAN && step.isFor(tier))
                .map(step -> found(pack, step, tier))
                .findFirst()
                .orElseThrow();
    }

    private static Assignment found(Pack pack, PlayStep step, String tier) {
        var ask = pack.caseOf(tier, Reason.USAGE_DROP)
                .ask(step.ownerIn(tier), false, step.minutes(), Ids.derived("pack", step.key()));
        return pack.rules().assigner(pack.now()).assign(ask, Workload.EMPTY);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void itsFilesSayOnlyWhatDiffersAndFitTheirSchemas(String name) throws IOException {
        for (Path file : Pack.yaml(Pack.PACKS.resolve(name))) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            String schema = SchemaFiles.of(file.getFileName().toString()).orElseThrow();
            var validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema, InputFormat.JSON);

            assertThat(validator.validate(WireJson.mapper().writeValueAsString(content), InputFormat.JSON))
                    .as("%s", file)
                    .isEmpty();
            assertThat(Files.readString(file)).as("%s", file).contains("from: shipped\n");
        }
    }

    private static List<Reason> reasons() {
        return Stream.of(Reason.values())
                .filter(reason -> reason != Reason.UNKNOWN)
                .toList();
    }

    private static PathStep last(Routed routed) {
        return routed.path().get(routed.path().size() - 1);
    }
}
