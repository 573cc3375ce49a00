package io.playcaller.ingest.door.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartTest {

    private static final Refusal OF_ITS_OWN = Refusal.of(Refusal.LEFT_OUT, "read, and not for us");

    /** Tools send all of a body again, and stop calling after too many failures. */
    @Test
    void aPartThatOurOwnCodeStumblesOverIsKeptAndItsNeighboursAreRead() {
        byte[] body = "[{\"n\":1},{\"n\":2},{\"n\":3}]".getBytes(StandardCharsets.UTF_8);

        List<Item> items = Part.items(body, Map.of(), PropertyFilter.NONE, (index, part, content) -> {
            if (content.path("n").intValue() == 2) {
                throw new IllegalStateException("a fault of ours");
            }
            return List.of(Item.refused(index, null, part, OF_ITS_OWN));
        });

        assertThat(items.get(0).draft()).isEqualTo(Step.refused(OF_ITS_OWN));
        assertThat(items.get(1).draft()).isEqualTo(Step.refused(Refusal.incident("item")));
        assertThat(items.get(2).draft()).isEqualTo(Step.refused(OF_ITS_OWN));
        assertThat(items).extracting(Item::index).containsExactly(0, 1, 2);
        assertThat(items.get(1).raw().payload().text()).isEqualTo("{\"n\":2}");
    }
}
