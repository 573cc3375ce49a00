package io.playcaller.chassis.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlOverTest {

    private static final String BASE = """
            name: base
            gone: soon
            day: {tasks: 8, ahead: 5}
            tiers: [a, b]
            plays:
              - {key: one, owner: csm, sla: {accept: 4h, complete: 9d}}
              - {key: two, owner: csm}
            """;

    private final ConfigProblems problems = new ConfigProblems();
    private final YamlMap base = YamlFile.parse("base.yaml", BASE, problems);

    @Test
    void whatStandsAboveWinsKeyByKey() {
        YamlMap joined = over("name: own\nday: {tasks: 6}\ntiers: [c]\ngone: ~\nnew: word\n");

        assertThat(joined.text("name")).isEqualTo("own");
        assertThat(joined.text("new")).isEqualTo("word");
        assertThat(joined.map("day").integer("tasks", 0, 9)).isEqualTo(6);
        assertThat(joined.map("day").integer("ahead", 0, 9)).isEqualTo(5);
        assertThat(joined.texts("tiers")).containsExactly("c");
        assertThat(joined.has("gone")).isFalse();
        assertThat(joined.keys()).containsExactly("name", "day", "tiers", "plays", "new");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void mapsOfAListAreJoinedByWhatNamesThem() {
        YamlMap own = own("plays:\n  - {key: three, owner: ops}\n  - {key: one, sla: {accept: 1h}}\n");

        List<YamlMap> plays = own.mapsOver(base, "plays", "key");

        assertThat(plays).extracting(play -> play.text("key")).containsExactly("one", "two", "three");
        assertThat(plays.get(0).text("owner")).isEqualTo("csm");
        assertThat(plays.get(0).map("sla").duration("accept")).hasHours(1);
        assertThat(plays.get(0).map("sla").duration("complete")).hasDays(9);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void twoOfOneNameStayTwoForTheReaderToRefuse() {
        YamlMap own = own("plays:\n  - {key: one}\n  - {key: one}\n");

        assertThat(own.mapsOver(base, "plays", "key"))
                .extracting(play -> play.text("key"))
                .containsExactly("one", "two", "one");
    }

    @Test
    void aFaultIsSaidWhereItsValueStands() {
        YamlMap joined = over("# ours\nday: {tasks: many}\nnmae: x\n");

        joined.map("day").integer("tasks", 0, 9);
        joined.map("day").integer("ahead", 0, 3);
        joined.problem("name", "is taken", "");
        List.of("day", "name", "gone", "tiers", "plays").forEach(joined::has);
        joined.rejectUnknown();

        assertThat(problems.all().stream().map(ConfigProblem::toString))
                .containsExactly(
                        "base.yaml:1 name: is taken",
                        "base.yaml:3 day.ahead: must be a whole number from 0 to 3, is `5`",
                        "own.yaml:2 day.tasks: must be a whole number from 0 to 9, is `many`",
                        "own.yaml:3 nmae: is unknown; did you mean `name`?");
    }

    @Test
    void aMapInPlaceOfAWordIsThatMap() {
        assertThat(over("name: {first: Ana}\n").map("name").text("first")).isEqualTo("Ana");
        assertThat(problems.isEmpty()).isTrue();
    }

    private YamlMap over(String own) {
        return own(own).over(base);
    }

    private YamlMap own(String text) {
        return YamlFile.parse("own.yaml", text, problems);
    }
}
