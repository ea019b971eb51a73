//! Points that fill a cube of many dimensions evenly: Sobol's, scrambled.
//!
//! Direction numbers: S. Joe and F. Y. Kuo, new-joe-kuo-6.21201 (2008). Scrambling: A. B. Owen's, by a hash
//! of the bits above each bit, after S. Laine and T. Karras (2011) with the constants of N. Vegdahl (2021).
//! Whole numbers throughout, so that every engine has the same points.

/// Dimensions with direction numbers of their own; the next ones are those again, in another order.
const OWN: usize = PUBLISHED.len() + 1;

/// One dimension of the points of a seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    directions: [u32; 32],
    /// Of the scrambling of the bits.
    seed: u32,
    /// Of the order of the points, for dimensions that have no direction numbers of their own.
    order: Option<u32>,
}

impl Dimension {
    /// The dimension of a number, from 0.
    #[allow(clippy::cast_possible_truncation)] // fewer dimensions than a plan has numbers
    pub fn new(number: usize, seed: u32) -> Self {
        let own = number % OWN;
        let (round, place) = ((number / OWN) as u32, own as u32);
        let order = (round > 0).then(|| mixed(seed ^ mixed(round)));
        Self {
            directions: directions(own),
            seed: mixed(mixed(seed ^ mixed(round)).wrapping_add(place)),
            order,
        }
    }

    /// The share of 2³² that the point of a number has in this dimension.
    pub fn point(&self, number: u32) -> u32 {
        // The first points of a power of two become another such block, in another order.
        let number = self.order.map_or(number, |seed| scrambled(number, seed));
        scrambled(self.plain(number), self.seed)
    }

    #[allow(clippy::indexing_slicing)] // a number that is not 0 has at most 31 zeros at its end
    fn plain(&self, mut number: u32) -> u32 {
        let mut sum = 0;
        while number != 0 {
            sum ^= self.directions[number.trailing_zeros() as usize];
            number &= number - 1;
        }
        sum
    }
}

/// Bits that are flipped by what stands above them.
fn scrambled(bits: u32, seed: u32) -> u32 {
    let mut x = bits.reverse_bits();
    x ^= x.wrapping_mul(0x3d20_adea);
    x = x.wrapping_add(seed);
    x = x.wrapping_mul(seed >> 16 | 1);
    x ^= x.wrapping_mul(0x0552_6c56);
    x ^= x.wrapping_mul(0x53a2_2864);
    x.reverse_bits()
}

/// A seed of which every bit depends on every bit.
fn mixed(seed: u32) -> u32 {
    let mut x = seed.wrapping_add(0x9e37_79b9);
    x = (x ^ x >> 16).wrapping_mul(0x21f0_aaad);
    x = (x ^ x >> 15).wrapping_mul(0x735a_2d97);
    x ^ x >> 15
}

/// What each bit of a point's number adds to it.
#[allow(clippy::indexing_slicing)] // bits count to 32, and `back` goes no further than them
fn directions(own: usize) -> [u32; 32] {
    let mut all = [0; 32];
    let Some((coefficients, first)) = own.checked_sub(1).and_then(|at| PUBLISHED.get(at)) else {
        for (bit, direction) in all.iter_mut().enumerate() {
            *direction = 1 << (31 - bit);
        }
        return all;
    };
    let degree = first.len();
    for bit in 0..all.len() {
        all[bit] = match first.get(bit) {
            Some(&m) => u32::from(m) << (31 - bit),
            None => (1..degree)
                .filter(|&back| u32::from(*coefficients) >> (degree - 1 - back) & 1 == 1)
                .fold(all[bit - degree] ^ all[bit - degree] >> degree, |sum, back| {
                    sum ^ all[bit - back]
                }),
        };
    }
    all
}

/// Of each dimension but the first: the inner coefficients of its polynomial, and its first direction numbers.
const PUBLISHED: [(u8, &[u8]); 52] = [
    (0, &[1]),
    (1, &[1, 3]),
    (1, &[1, 3, 1]),
    (2, &[1, 1, 1]),
    (1, &[1, 1, 3, 3]),
    (4, &[1, 3, 5, 13]),
    (2, &[1, 1, 5, 5, 17]),
    (4, &[1, 1, 5, 5, 5]),
    (7, &[1, 1, 7, 11, 19]),
    (11, &[1, 1, 5, 1, 1]),
    (13, &[1, 1, 1, 3, 11]),
    (14, &[1, 3, 5, 5, 31]),
    (1, &[1, 3, 3, 9, 7, 49]),
    (13, &[1, 1, 1, 15, 21, 21]),
    (16, &[1, 3, 1, 13, 27, 49]),
    (19, &[1, 1, 1, 15, 7, 5]),
    (22, &[1, 3, 1, 15, 13, 25]),
    (25, &[1, 1, 5, 5, 19, 61]),
    (1, &[1, 3, 7, 11, 23, 15, 103]),
    (4, &[1, 3, 7, 13, 13, 15, 69]),
    (7, &[1, 1, 3, 13, 7, 35, 63]),
    (8, &[1, 3, 5, 9, 1, 25, 53]),
    (14, &[1, 3, 1, 13, 9, 35, 107]),
    (19, &[1, 3, 1, 5, 27, 61, 31]),
    (21, &[1, 1, 5, 11, 19, 41, 61]),
    (28, &[1, 3, 5, 3, 3, 13, 69]),
    (31, &[1, 1, 7, 13, 1, 19, 1]),
    (32, &[1, 3, 7, 5, 13, 19, 59]),
    (37, &[1, 1, 3, 9, 25, 29, 41]),
    (41, &[1, 3, 5, 13, 23, 1, 55]),
    (42, &[1, 3, 7, 3, 13, 59, 17]),
    (50, &[1, 3, 1, 3, 5, 53, 69]),
    (55, &[1, 1, 5, 5, 23, 33, 13]),
    (56, &[1, 1, 7, 7, 1, 61, 123]),
    (59, &[1, 1, 7, 9, 13, 61, 49]),
    (62, &[1, 3, 3, 5, 3, 55, 33]),
    (14, &[1, 3, 1, 15, 31, 13, 49, 245]),
    (21, &[1, 3, 5, 15, 31, 59, 63, 97]),
    (22, &[1, 3, 1, 11, 11, 11, 77, 249]),
    (38, &[1, 3, 1, 11, 27, 43, 71, 9]),
    (47, &[1, 1, 7, 15, 21, 11, 81, 45]),
    (49, &[1, 3, 7, 3, 25, 31, 65, 79]),
    (50, &[1, 3, 1, 1, 19, 11, 3, 205]),
    (52, &[1, 1, 5, 9, 19, 21, 29, 157]),
    (56, &[1, 3, 7, 11, 1, 33, 89, 185]),
    (67, &[1, 3, 3, 3, 15, 9, 79, 71]),
    (70, &[1, 3, 7, 11, 15, 39, 119, 27]),
    (84, &[1, 1, 3, 1, 11, 31, 97, 225]),
    (97, &[1, 1, 1, 3, 23, 43, 57, 177]),
    (103, &[1, 3, 7, 7, 17, 17, 37, 71]),
    (115, &[1, 3, 1, 5, 27, 63, 123, 213]),
    (122, &[1, 1, 3, 5, 11, 43, 53, 133]),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// A dimension as it is published, neither scrambled nor in another order.
    fn published(dimension: usize, number: u32) -> f64 {
        let dimension = Dimension::new(dimension, 0);
        f64::from(dimension.plain(number ^ number >> 1)) / 4_294_967_296.0
    }

    #[test]
    fn the_first_points_are_the_published_ones() {
        for (number, point) in [
            [0.0, 0.0, 0.0],
            [0.5, 0.5, 0.5],
            [0.75, 0.25, 0.25],
            [0.25, 0.75, 0.75],
            [0.375, 0.375, 0.625],
            [0.875, 0.875, 0.125],
            [0.625, 0.125, 0.875],
            [0.125, 0.625, 0.375],
        ]
        .into_iter()
        .enumerate()
        {
            let number = u32::try_from(number).unwrap();
            for (dimension, share) in point.into_iter().enumerate() {
                assert_eq!(published(dimension, number), share, "{number} in {dimension}");
            }
        }
    }

    #[test]
    fn later_points_are_those_of_another_implementation() {
        // SciPy 1, stats.qmc.Sobol, not scrambled.
        let numbers = [3, 100, 99_999, 12_345_678_u32];
        for (dimension, points) in [
            (3, [0xc000_0000, 0xba00_0000, 0xeaed_8000, 0x89bf_e700]),
            (4, [0x4000_0000, 0xe200_0000, 0x4705_8000, 0x52aa_9100]),
            (6, [0xc000_0000, 0x0600_0000, 0x9b9e_8000, 0x5c9f_3900]),
            (8, [0x4000_0000, 0xa200_0000, 0xd138_8000, 0x9b11_4b00]),
            (9, [0x4000_0000, 0xb200_0000, 0x511c_8000, 0xd2fb_c100]),
            (13, [0xc000_0000, 0xda00_0000, 0xf665_8000, 0xfd2b_7b00]),
            (18, [0x4000_0000, 0xd600_0000, 0x9b01_8000, 0x566d_8900]),
            (23, [0xc000_0000, 0x7e00_0000, 0x9a82_8000, 0xdb73_fb00]),
            (28, [0xc000_0000, 0x3e00_0000, 0xb863_8000, 0xd2ae_3f00]),
            (36, [0xc000_0000, 0xfa00_0000, 0xc889_8000, 0xc511_7f00]),
            (37, [0xc000_0000, 0x7a00_0000, 0x4322_8000, 0x8345_6300]),
            (40, [0xc000_0000, 0xb600_0000, 0x6cee_8000, 0x8fc9_bb00]),
            (44, [0x4000_0000, 0x4200_0000, 0x15aa_8000, 0xb9c4_0300]),
            (47, [0xc000_0000, 0xb600_0000, 0x9720_8000, 0xbc45_2d00]),
            (50, [0xc000_0000, 0xe200_0000, 0x4c18_8000, 0x12d1_7500]),
            (51, [0xc000_0000, 0xce00_0000, 0x2588_8000, 0x7328_6b00]),
            (52, [0x4000_0000, 0x1200_0000, 0x2408_8000, 0xb7d9_a700]),
        ] {
            let dimension = Dimension::new(dimension, 0);
            assert_eq!(numbers.map(|number| dimension.plain(number ^ number >> 1)), points);
        }
    }

    #[test]
    fn each_dimension_has_one_point_in_each_slice() {
        for seed in [0, 1, 20_270_101] {
            for dimension in 0..3 * OWN {
                let dimension = Dimension::new(dimension, seed);
                for bits in [4, 8, 14] {
                    let mut seen = vec![false; 1 << bits];
                    for number in 0..1 << bits {
                        let slice = dimension.point(number) >> (32 - bits);
                        assert!(!std::mem::replace(&mut seen[slice as usize], true));
                    }
                }
            }
        }
    }

    #[test]
    fn each_dimension_is_scrambled_in_its_own_way() {
        for seed in 0..8 {
            // Not scrambled, all would be 0.
            let mut first: Vec<u32> =
                (0..3 * OWN).map(|dimension| Dimension::new(dimension, seed).point(0)).collect();
            first.sort_unstable();
            first.dedup();
            assert_eq!(first.len(), 3 * OWN);
            // And in each quarter, as many as come there by chance.
            for quarter in 0..4 {
                let there = first.iter().filter(|&&point| point >> 30 == quarter).count();
                assert!((20..=60).contains(&there), "{there} of {} with {seed}", first.len());
            }
        }
    }

    #[test]
    fn the_first_two_have_one_point_in_each_box() {
        let [first, second] = [Dimension::new(0, 7), Dimension::new(1, 7)];
        for bits in 0..=10 {
            let mut seen = vec![false; 1 << 10];
            for number in 0..1 << 10 {
                let [a, b] = [&first, &second].map(|dimension| u64::from(dimension.point(number)));
                let at = (a >> (32 - bits)) << (10 - bits) | b >> (32 - (10 - bits));
                let at = u32::try_from(at).unwrap();
                assert!(!std::mem::replace(&mut seen[at as usize], true), "{bits}");
            }
        }
    }

    #[test]
    fn no_two_dimensions_go_together() {
        let points = 1 << 12;
        let columns: Vec<Vec<f64>> = (0..2 * OWN)
            .map(|dimension| {
                let dimension = Dimension::new(dimension, 1);
                let share = |number| f64::from(dimension.point(number)) / f64::from(u32::MAX) - 0.5;
                (0..points).map(share).collect()
            })
            .collect();
        for (i, a) in columns.iter().enumerate() {
            for b in &columns[..i] {
                let together: f64 = a.iter().zip(b).map(|(a, b)| a * b).sum();
                let correlation = 12.0 * together / f64::from(points);
                assert!(correlation.abs() < 0.08, "{i}: {correlation}");
            }
        }
    }
}
