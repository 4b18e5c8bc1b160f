package example;

/// 年度計画の予算を足す。
public class Budget {
    // 1. 収入 2. 支出 3. 中期計画の措置
    private final int[] amounts = {1, 2, 3};

    int sum() {
        int sum = 0;
        for (int amount : amounts) {
            sum += amount;
        }
        return sum;
    }
}
