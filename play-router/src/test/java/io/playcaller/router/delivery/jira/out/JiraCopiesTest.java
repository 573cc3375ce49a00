package io.playcaller.router.delivery.jira.out;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.delivery.ToolCopy;
import io.playcaller.router.delivery.jira.Resolutions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JiraCopiesTest {

    private static final UUID TASK = UUID.fromString("7d3e1a52-0000-4000-8000-0000000000aa");
    private static final Resolutions RESOLUTIONS = new Resolutions(Set.of("Won't Do"));

    @Test
    void anIssueThatIsDoneWentAsItsResolutionSays() throws JsonProcessingException {
        assertThat(copies("done", "{\"name\": \"Won't Do\"}"))
                .containsExactly(new ToolCopy(TASK, "10001", PlayOutcome.FAILED));
        assertThat(copies("done", "{\"name\": \"Done\"}"))
                .containsExactly(new ToolCopy(TASK, "10001", PlayOutcome.SUCCEEDED));
        assertThat(copies("done", "null")).containsExactly(new ToolCopy(TASK, "10001", PlayOutcome.SUCCEEDED));
    }

    @Test
    void anIssueThatIsNotDoneIsOpenWhateverItsResolution() throws JsonProcessingException {
        assertThat(copies("indeterminate", "{\"name\": \"Won't Do\"}"))
                .containsExactly(new ToolCopy(TASK, "10001", null));
    }

    private static List<ToolCopy> copies(String category, String resolution) throws JsonProcessingException {
        List<ToolCopy> copies = new ArrayList<>();
        JiraConnector.addCopy(
                copies,
                WireJson.mapper().readTree("""
                        {"id": "10001", "fields": {"labels": ["%s"], "resolution": %s,
                          "status": {"statusCategory": {"key": "%s"}}}}""".formatted("playcaller-" + TASK, resolution, category)),
                RESOLUTIONS);
        return copies;
    }
}
