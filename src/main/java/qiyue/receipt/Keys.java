package qiyue.receipt;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/** Ed25519 keys in PEM, as {@code openssl genpkey -algorithm ed25519} and {@code openssl pkey -pubout} write them. */
public final class Keys {
    private Keys() {}

    /** The key to sign with. */
    public static PrivateKey signing(String pem, String file) throws Problems {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(bytes(pem, "PRIVATE KEY")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw wrong(file, "私钥", "private", "openssl genpkey -algorithm ed25519 -out key.pem");
        }
    }

    /** The key to check signatures with. */
    public static PublicKey checking(String pem, String file) throws Problems {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes(pem, "PUBLIC KEY")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw wrong(file, "公钥", "public", "openssl pkey -in key.pem -pubout -out key.pub.pem");
        }
    }

    private static byte[] bytes(String pem, String kind) {
        String head = "-----BEGIN " + kind + "-----";
        String foot = "-----END " + kind + "-----";
        String text = pem.strip();
        if (!text.startsWith(head) || !text.endsWith(foot)) {
            throw new IllegalArgumentException("not a PEM " + kind);
        }
        return Base64.getMimeDecoder().decode(text.substring(head.length(), text.length() - foot.length()));
    }

    private static Problems wrong(String file, String zh, String en, String command) {
        return Problems.one(
                "key",
                file,
                new Text("这不是 Ed25519 " + zh + "（PEM）", "this is no Ed25519 " + en + " key in PEM"),
                new Text("用此命令生成：" + command, "make one: " + command));
    }
}
