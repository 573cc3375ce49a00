package io.playcaller.health.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void whatWasGivenOutComesBack() {
        Cursor cursor = new Cursor(-42, "acme:eu/1");

        assertThat(Cursor.ofText(cursor.text())).contains(cursor);
    }

    @Test
    void whatWasNotGivenOutIsRefused() {
        assertThat(Cursor.ofText("%%%")).isEmpty();
        assertThat(Cursor.ofText("bm90LW91cnM")).isEmpty();
    }
}
