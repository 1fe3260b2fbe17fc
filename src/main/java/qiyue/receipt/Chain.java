package qiyue.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/** Receipts in the order they were given, each naming the one before it: none can be taken out, put in or moved unseen. */
public final class Chain {
    private int number;
    private String last = "";

    /** The next receipt of a chain that is being written. */
    public Receipt next(String original, JsonNode document, JsonNode decision) {
        number++;
        Receipt receipt = new Receipt(number, last, original, document, decision);
        last = receipt.digest();
        return receipt;
    }

    /** The receipts of a file, or everything that is wrong with the file as a chain. */
    public static List<Receipt> read(String text, String file) throws Problems {
        List<Receipt> receipts = new ArrayList<>();
        List<String> lines = text.lines().toList();
        String last = "";
        for (int i = 0; i < lines.size(); i++) {
            String place = lines.size() == 1 ? file : file + "#" + (i + 1);
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
        if (receipts.isEmpty()) {
            throw Problems.one(
                    "not-a-receipt",
                    file,
                    new Text("文件中没有处理回执", "the file holds no receipt"),
                    new Text("回执由 evaluate --receipt 写出", "receipts are written by evaluate --receipt"));
        }
        return List.copyOf(receipts);
    }
}
