package io.playcaller.ingest.door.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrowingBodyTest {

    private final BodyRoom room = new BodyRoom(100);
    private final GrowingBody one = new GrowingBody(room);
    private final GrowingBody other = new GrowingBody(room);

    @Test
    void bodiesHaveTheRoomTogetherAndGiveItBack() {
        assertThat(one.growTo(40)).isTrue();
        assertThat(one.growTo(60)).isTrue();
        assertThat(other.growTo(40)).isTrue();
        assertThat(other.growTo(41)).isFalse();

        one.end();
        assertThat(other.growTo(100)).isTrue();
        other.end();
        assertThat(room.enter(100)).isTrue();
    }

    @Test
    void whatIsRefusedTakesNoMoreThanItHad() {
        assertThat(one.growTo(50)).isTrue();
        assertThat(one.growTo(101)).isFalse();

        assertThat(other.growTo(50)).isTrue();
    }

    /** A connection may be lost while another thread still reads. */
    @Test
    void whatGrowsAfterItsEndTakesNone() {
        one.end();

        assertThat(one.growTo(90)).isTrue();
        assertThat(room.enter(100)).isTrue();
    }
}
