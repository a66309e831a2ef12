namespace LearningCity.Access.Infrastructure.Demonstration;

/// <summary>Plausible names of people who do not exist; the same seed gives the same names.</summary>
internal sealed class VietnameseNames(int seed)
{
    private static readonly string[] Families =
    [
        "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Huỳnh", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
        "Dương", "Lý", "Đinh", "Trịnh", "Mai", "Cao", "Tô", "Lâm", "Châu", "Tạ",
    ];

    private static readonly string[] WomenMiddle = ["Thị", "Thị", "Thị Ngọc", "Thị Thu", "Thị Kim", "Ngọc", "Thanh", "Thùy", "Bích", "Hồng", "Minh", "Phương"];

    private static readonly string[] WomenGiven =
    [
        "Anh", "Bích", "Chi", "Diễm", "Dung", "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hòa", "Huệ", "Hương", "Khánh", "Lan", "Liên", "Linh",
        "Loan", "Mai", "My", "Nga", "Ngân", "Nhung", "Oanh", "Phượng", "Quyên", "Tâm", "Thảo", "Thủy", "Trang", "Trâm", "Tuyết", "Uyên", "Vân", "Yến",
    ];

    private static readonly string[] MenMiddle = ["Văn", "Văn", "Hữu", "Đức", "Minh", "Quốc", "Thanh", "Hoàng", "Công", "Đình", "Ngọc", "Xuân"];

    private static readonly string[] MenGiven =
    [
        "An", "Bảo", "Bình", "Cường", "Dũng", "Đạt", "Đức", "Hải", "Hiếu", "Hoàng", "Hùng", "Huy", "Khang", "Khoa", "Kiên", "Lâm", "Long", "Lộc",
        "Minh", "Nam", "Nghĩa", "Nhân", "Phong", "Phúc", "Quang", "Sơn", "Tài", "Thắng", "Thành", "Thịnh", "Toàn", "Trí", "Trung", "Tuấn", "Tùng", "Vinh",
    ];

    private readonly Random _random = new(seed);

    internal string Next() => _random.Next(2) == 0
        ? $"{Any(Families)} {Any(WomenMiddle)} {Any(WomenGiven)}"
        : $"{Any(Families)} {Any(MenMiddle)} {Any(MenGiven)}";

    /// <summary>In the form of a number, with a prefix that no network uses.</summary>
    internal string NextPhone() => $"0000 {_random.Next(100, 1000)} {_random.Next(100, 1000)}";

    private string Any(string[] names) => names[_random.Next(names.Length)];
}
