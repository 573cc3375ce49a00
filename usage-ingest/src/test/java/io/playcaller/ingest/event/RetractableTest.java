package io.playcaller.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.EventType;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetractableTest {

    @Test
    void whatIsToldOneByOneCanBeTakenBackAndNothingElse() {
        assertThat(Stream.of(EventType.values())
                        .filter(type -> Retractable.fault(type.wire()).isEmpty())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class))))
                .containsExactlyInAnyOrder(
                        EventType.TICKET_CHANGED,
                        EventType.SURVEY_ANSWERED,
                        EventType.MILESTONE_CHANGED,
                        EventType.TOUCH_RECORDED,
                        EventType.OBJECTIVE_CHANGED,
                        EventType.CONTENT_USED,
                        EventType.FEEDBACK_GIVEN);
    }
}
