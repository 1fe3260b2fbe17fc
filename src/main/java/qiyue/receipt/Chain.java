package qiyue.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/**
 * Receipts in the order they were given, each naming the one before it, and a last line that says how many they are: none can be
 * taken out, put in, moved or cut off unseen.
 */
public final class Chain {
    private static final String END = "qiyue-receipts-end/1";

    private int number;
    private String last = "";

    /** A chain to be gone on with after so many receipts, the last of which has that digest. */
    public static Chain after(int number, String last) {
        Chain chain = new Chain();
        chain.number = number;
        chain.last = last;
        return chain;
    }

    /** The next receipt of a chain that is being written. */
    public Receipt next(String original, JsonNode document, JsonNode decision) {
        number++;
        Receipt receipt = new Receipt(number, last, original, document, decision);
        last = receipt.digest();
        return receipt;
    }

    /** The last line of the chain, without a line feed. */
    public String end() {
        return Canonical.text(end(number, last));
    }

    private static ObjectNode end(int count, String last) {
        ObjectNode end = JsonNodeFactory.instance.objectNode();
        end.put("format", END);
        end.put("count", count);
        if (!last.isEmpty()) {
            end.put("previous", last);
        }
        end.put("digest", Canonical.digest(end));
        return end;
    }

    /** Whether the line is the last one of such a chain; nothing if it is no last line at all. */
    private static Optional<Boolean> ends(String line, int count, String last) {
        return line.contains(END) ? Optional.of(line.equals(Canonical.text(end(count, last)))) : Optional.empty();
    }

    /** Gives the lines of a file one after another, without their line feeds; nothing at the end. */
    public interface Source {
        /** The next line. */
        Optional<String> next() throws Problems;
    }

    /** Takes the receipts of a chain as they are read, each once it is known to follow the one before it. */
    public interface Taker {
        /** The next receipt. */
        void take(Receipt receipt) throws Problems;
    }

    /** The receipts of a file, or what is wrong with the file as a chain. */
    public static List<Receipt> read(String text, String file) throws Problems {
        List<Receipt> receipts = new ArrayList<>();
        Iterator<String> lines = text.lines().iterator();
        read(() -> lines.hasNext() ? Optional.of(lines.next()) : Optional.empty(), file, receipts::add);
        return List.copyOf(receipts);
    }

    /** Reads a chain line by line; of the file nothing is held but the line in hand. Throws where the chain is broken. */
    public static void read(Source lines, String file, Taker taker) throws Problems {
        int count = 0;
        String last = "";
        boolean ended = false;
        Optional<String> following = lines.next();
        while (following.isPresent()) {
            String line = following.get();
            following = lines.next();
            String place = count == 0 && following.isEmpty() ? file : file + "#" + (count + 1);
            Optional<Boolean> ends = ends(line, count, last);
            if (ends.isPresent()) {
                if (!ends.get() || following.isPresent()) {
                    throw broken(
                            place,
                            new Text(
                                    "结束行与回执不符：有回执被取走或加上",
                                    "the last line does not fit the receipts: some were taken out or added"));
                }
                ended = true;
                continue;
            }
            Receipt receipt = Receipt.read(line, place);
            if (receipt.number() != count + 1 || !receipt.previous().equals(last)) {
                throw Problems.one(
                        "chain-broken",
                        place,
                        new Text(
                                "回执不接前一张：应为第 " + (count + 1) + " 张，写的是第 " + receipt.number() + " 张",
                                "the receipt does not follow the one before it: number " + (count + 1)
                                        + " is due, this one says " + receipt.number()),
                        new Text("有回执被取走、插入或换位；取原件", "one was taken out, put in or moved; get the original"));
            }
            last = receipt.digest();
            count++;
            taker.take(receipt);
        }
        if (!ended && count > 0) {
            throw broken(
                    file,
                    new Text(
                            "没有结束行：第 " + count + " 张以后的回执可能被截去",
                            "there is no last line: receipts after number " + count + " may have been cut off"));
        }
        if (count == 0) {
            throw Problems.one(
                    "not-a-receipt",
                    file,
                    new Text("文件中没有处理回执", "the file holds no receipt"),
                    new Text("回执由 evaluate --receipt 写出", "receipts are written by evaluate --receipt"));
        }
    }

    private static Problems broken(String place, Text message) {
        return Problems.one("chain-broken", place, message, new Text("取原件", "get the original"));
    }
}
