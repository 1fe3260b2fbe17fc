package qiyue.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** Signatures of manifests (Ed25519, over their canonical form), in Base64. */
final class Signing {
    private Signing() {}

    static String sign(JsonNode manifest, PrivateKey key) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(Canonical.text(manifest).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has Ed25519, and the key is one", e);
        }
    }

    /** Whether the manifest was signed with the private half of the key. */
    static boolean isBy(JsonNode manifest, String signature, PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(Canonical.text(manifest).getBytes(StandardCharsets.UTF_8));
            return !signature.isEmpty() && verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
