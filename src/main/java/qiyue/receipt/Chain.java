package qiyue.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
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

    /** The receipts of a file, or everything that is wrong with the file as a chain. */
    public static List<Receipt> read(String text, String file) throws Problems {
        List<Receipt> receipts = new ArrayList<>();
        List<String> lines = text.lines().toList();
        String last = "";
        boolean ended = false;
        for (int i = 0; i < lines.size(); i++) {
            String place = lines.size() == 1 ? file : file + "#" + (i + 1);
            Optional<Boolean> ends = ends(lines.get(i), i, last);
            if (ends.isPresent()) {
                if (!ends.get() || i + 1 < lines.size()) {
                    throw broken(
                            place,
                            new Text(
                                    "结束行与回执不符：有回执被取走或加上",
                                    "the last line does not fit the receipts: some were taken out or added"));
                }
                ended = true;
                continue;
            }
            Receipt receipt = Receipt.read(lines.get(i), place);
            if (receipt.number() != i + 1 || !receipt.previous().equals(last)) {
                throw Problems.one(
                        "chain-broken",
                        place,
                        new Text(
                                "回执不接前一张：应为第 " + (i + 1) + " 张，写的是第 " + receipt.number() + " 张",
                                "the receipt does not follow the one before it: number " + (i + 1)
                                        + " is due, this one says " + receipt.number()),
                        new Text("有回执被取走、插入或换位；取原件", "one was taken out, put in or moved; get the original"));
            }
            last = receipt.digest();
            receipts.add(receipt);
        }
        if (!ended && !receipts.isEmpty()) {
            throw broken(
                    file,
                    new Text(
                            "没有结束行：第 " + receipts.size() + " 张以后的回执可能被截去",
                            "there is no last line: receipts after number " + receipts.size()
                                    + " may have been cut off"));
        }
        if (receipts.isEmpty()) {
            throw Problems.one(
                    "not-a-receipt",
                    file,
                    new Text("文件中没有处理回执", "the file holds no receipt"),
                    new Text("回执由 evaluate --receipt 写出", "receipts are written by evaluate --receipt"));
        }
        return List.copyOf(receipts);
    }

    private static Problems broken(String place, Text message) {
        return Problems.one("chain-broken", place, message, new Text("取原件", "get the original"));
    }
}
