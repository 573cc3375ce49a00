package io.playcaller.console.token.app;

import io.playcaller.console.token.SigningKey;
import java.util.List;

/** The keys of this installation; there from the start of the service on. */
public interface SigningKeys {

    /** The key that signs. */
    SigningKey active();

    /** All whose tokens are believed, the active one first. */
    List<SigningKey> all();
}
